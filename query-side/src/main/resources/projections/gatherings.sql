create table gathering (
    id uuid primary key,
    slug text not null unique,
    creator uuid not null,
    title text not null,
    description text not null,
    short_description text,
    category uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    venue text not null,
    address text,
    latitude double precision,
    longitude double precision,
    access text not null,
    capacity int, -- as announced
    ticket_types jsonb not null,
    price numeric not null, -- of the cheapest ticket, 0 where none is needed
    image uuid,
    status text not null,
    rejection_reason text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    search tsvector not null
        generated always as (findable(title, 'A') || findable(venue, 'B') || findable(description, 'C')) stored,
    place earth generated always as (on_earth(latitude, longitude)) stored
) with (toast_tuple_target = 256); -- long texts lie apart, so that whoever counts rows reads few pages

-- by far most are asked for with one status, by the time they begin
create index on gathering (status, starts_at, id) include (access, price, category, creator);
create index on gathering (status, created_at, id);
create index on gathering (status, price, id);
create index on gathering (category, status, starts_at);
create index on gathering (creator, status, starts_at);
create index on gathering using gin (search);
create index on gathering using gist (place);

-- what others make of a gathering: it changes all the time, and is not searched for
create table gathering_figures (
    id uuid primary key,
    views_count bigint not null default 0,
    participants_count int not null default 0,
    tickets_sold int not null default 0,
    checked_in_count int not null default 0,
    revenue numeric not null default 0,
    commission numeric not null default 0
) with (fillfactor = 80);

create index on gathering_figures (views_count, id);

create table gathering_category (
    id uuid primary key,
    name text not null,
    slug text not null unique,
    parent uuid,
    version bigint not null
);

create index on gathering_category (parent);

-- blocks of seats, with what is free in them
create table gathering_seats (
    id uuid primary key,
    gathering_id uuid not null,
    free int not null,
    free_by_type jsonb not null
) with (fillfactor = 80);

create index on gathering_seats (gathering_id);

create table gathering_participation (
    id uuid primary key,
    gathering_id uuid not null,
    account_id uuid not null,
    invited boolean not null default false,
    status text, -- none for whoever is not in
    joined_at timestamptz
);

create index on gathering_participation (gathering_id, joined_at);
create index on gathering_participation (account_id, joined_at);

-- who waits for a seat, in the order of the numbers
create table gathering_waiting (
    id uuid primary key, -- of the participation
    gathering_id uuid not null,
    number bigint not null
);

create index on gathering_waiting (gathering_id, number);

create table gathering_ticket (
    id uuid primary key,
    gathering_id uuid not null,
    holder uuid not null,
    price numeric not null,
    commission numeric not null, -- of this ticket, not rounded
    status text not null,
    issued_at timestamptz not null
);

create index on gathering_ticket (gathering_id, holder);

-- the words of all titles and venues so far, for those who mistype them
create table gathering_word (
    word text primary key
);

create index on gathering_word using gin (word gin_trgm_ops);

create function learn_words() returns trigger language plpgsql set search_path from current as $$
begin
    insert into gathering_word
    select distinct word from changed, string_to_table(words(title || ' ' || venue), ' ') word where word <> ''
    on conflict do nothing;
    return null;
end $$;

create trigger learn_new_words after insert on gathering
    referencing new table as changed for each statement execute function learn_words();
create trigger learn_changed_words after update on gathering
    referencing new table as changed for each statement execute function learn_words();

-- which transaction was the last to change what is searched: a number that was counted before it is old
create table gathering_revision (
    changed_by xid8 not null
);

insert into gathering_revision values (pg_current_xact_id());

create function revise() returns trigger language plpgsql set search_path from current as $$
begin
    update gathering_revision set changed_by = pg_current_xact_id() where changed_by <> pg_current_xact_id();
    return null;
end $$;

create trigger revise after insert or update or delete on gathering for each statement execute function revise();
create trigger revise after insert or update or delete on gathering_category for each statement execute function revise();
