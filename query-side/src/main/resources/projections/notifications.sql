create table notification_preferences (
    id uuid primary key,
    account_id uuid not null,
    wanted jsonb not null,
    version bigint not null
);
create index on notification_preferences (account_id);

create table push_token (
    id uuid primary key,
    account_id uuid not null,
    token text not null,
    platform text not null,
    registered_at timestamptz not null
);
create index on push_token (account_id);
-- what is personal is in no statistics, which would keep it
alter table push_token alter column token set statistics 0;
