-- which generation of each projection is read, and which is being built
create table projection (
    name text primary key,
    live int not null,
    building int
);

-- how far each generation has applied the events of each aggregate
create table applied_position (
    generation text not null,
    aggregate_id text not null,
    sequence bigint not null,
    primary key (generation, aggregate_id)
);

-- Axon's tracking tokens
create table token (
    processor_name text not null,
    segment int not null,
    token bytea,
    token_type text,
    updated_at text not null,
    owner text,
    primary key (processor_name, segment)
);

-- Axon's dead letters
create table dead_letter (
    id text primary key,
    processing_group text not null,
    sequence_identifier text not null,
    sequence_index bigint not null,
    message_type text not null,
    event_id text not null,
    occurred_at text not null,
    payload_type text not null,
    payload_revision text,
    payload bytea not null,
    metadata bytea,
    aggregate_type text,
    aggregate_id text,
    sequence bigint,
    token_type text,
    token bytea,
    enqueued_at text not null,
    last_touched_at text,
    processing_started_at text,
    cause_type text,
    cause_message text,
    diagnostics bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);

create extension if not exists unaccent;

-- without accents and case, to find and to order by
create function plain(value text) returns text language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, value));

-- the words of a search, without regard to case and accents, each to be found as it is written
create function search_words(search text) returns text[] language sql stable as $$
    select coalesce(array_agg(regexp_replace(word, '([\\%_])', '\\\1', 'g')), '{}')
    from regexp_split_to_table(plain(search), '\s+') word
    where word <> ''
$$;
