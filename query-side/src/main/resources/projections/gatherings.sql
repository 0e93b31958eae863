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
    version bigint not null
);

-- what gatherings are found, counted and put in order by: short rows, so that whoever looks at many reads few pages
create table gathering_card (
    id uuid primary key references gathering on delete cascade,
    category uuid not null,
    creator uuid not null,
    starts_at timestamptz not null,
    created_at timestamptz not null,
    status text not null,
    access text not null,
    price numeric not null,
    place earth,
    search tsvector not null
);

-- by far most are asked for with one status, by the time they begin
create index on gathering_card (status, starts_at, id) include (access, price, category, creator);
create index on gathering_card (status, created_at, id);
create index on gathering_card (status, price, id);
create index on gathering_card (category, status, starts_at);
create index on gathering_card (creator, status, starts_at);
create index on gathering_card using gin (search);
create index on gathering_card using gist (place);

-- the words of all titles and venues so far, for those who mistype them; what has a digit is meant as it is typed
create table gathering_word (
    word text primary key
);

create index on gathering_word using gin (word gin_trgm_ops);

-- what a gathering is found by: where in it a word is makes no difference
create function stems(gathering gathering) returns tsvector language sql immutable
    return strip(findable(gathering.title || ' ' || gathering.venue || ' ' || gathering.description, 'D'));

create function file_new_cards() returns trigger language plpgsql set search_path from current as $$
begin
    insert into gathering_card
    select id, category, creator, starts_at, created_at, status, access, price, on_earth(latitude, longitude), stems(added)
    from added;
    insert into gathering_word
    select distinct word from added, string_to_table(words(title || ' ' || venue), ' ') word where word ~ '^\D+$'
    on conflict do nothing;
    return null;
end $$;

create function file_changed_cards() returns trigger language plpgsql set search_path from current as $$
begin
    update gathering_card card
    set category = after.category, starts_at = after.starts_at, status = after.status, access = after.access,
        price = after.price, place = on_earth(after.latitude, after.longitude)
    from after where after.id = card.id;
    update gathering_card card set search = stems(after)
    from after join before using (id)
    where after.id = card.id
        and (after.title, after.venue, after.description) <> (before.title, before.venue, before.description);
    insert into gathering_word
    select distinct word
    from after join before using (id), string_to_table(words(after.title || ' ' || after.venue), ' ') word
    where (after.title, after.venue) <> (before.title, before.venue) and word ~ '^\D+$'
    on conflict do nothing;
    return null;
end $$;

create trigger file_new_cards after insert on gathering
    referencing new table as added for each statement execute function file_new_cards();
create trigger file_changed_cards after update on gathering
    referencing old table as before new table as after for each statement execute function file_changed_cards();

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
    issued_at timestamptz not null,
    refunded_at timestamptz
);

create index on gathering_ticket (gathering_id, holder);

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

create trigger revise after insert or update or delete on gathering_card for each statement execute function revise();
create trigger revise after insert or update or delete on gathering_category for each statement execute function revise();
