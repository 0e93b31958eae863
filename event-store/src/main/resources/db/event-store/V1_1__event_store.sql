-- cache 1: indexes are handed out in one order to all sessions, which the readers' proof about holes rests on
create sequence event_index cache 1;

create table event (
    global_index   bigint      primary key,
    event_id       uuid        not null,
    aggregate_id   text        not null,
    sequence       bigint      not null,
    aggregate_type text,
    type           text        not null,
    revision       text,
    occurred_at    timestamptz not null,
    payload        bytea       not null,
    metadata       bytea       not null,
    unique (aggregate_id, sequence)
);

create index on event using brin (occurred_at);

create table snapshot (
    aggregate_id   text        primary key,
    sequence       bigint      not null,
    aggregate_type text,
    event_id       uuid        not null,
    type           text        not null,
    revision       text,
    occurred_at    timestamptz not null,
    payload        bytea       not null,
    metadata       bytea       not null
);

create table personal_key (
    subject      uuid        primary key,
    wrapped_key  bytea, -- null once destroyed
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz
);
