create table account (
    id uuid primary key,
    email text not null,
    email_verified boolean not null default false,
    first_name text not null,
    last_name text not null,
    username text,
    telephone text,
    photo uuid,
    bio text,
    date_of_birth date,
    is_verified boolean not null default false,
    status text not null default 'UNVERIFIED',
    roles text[] not null default '{}',
    search text not null
        generated always as (plain(first_name || ' ' || last_name || ' ' || coalesce(username, ''))) stored,
    search_email text not null generated always as (plain(email)) stored, -- for admins
    last_login_at timestamptz,
    created_at timestamptz not null,
    era int not null default 0, -- how often all sessions were ended
    spared_session uuid, -- by the last time
    version bigint not null
);
create index on account (created_at, id);
create index account_by_name on account (plain(last_name), plain(first_name), id);
create index account_by_last_name on account (lower(last_name), id);

-- sessions that nobody has ended
create table account_session (
    id uuid primary key,
    account_id uuid not null,
    ip text not null,
    user_agent text,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    era int not null -- of its account when it started
);
create index on account_session (account_id, created_at);

create table follow (
    id uuid primary key,
    follower uuid not null,
    followed uuid not null,
    since timestamptz not null
);
create index on follow (follower, since);
create index on follow (followed, since);

-- what is personal is in no statistics, which would keep it
alter table account
    alter column email set statistics 0,
    alter column first_name set statistics 0,
    alter column last_name set statistics 0,
    alter column username set statistics 0,
    alter column telephone set statistics 0,
    alter column bio set statistics 0,
    alter column date_of_birth set statistics 0,
    alter column search set statistics 0,
    alter column search_email set statistics 0;
alter index account_by_last_name alter column 1 set statistics 0;
alter index account_by_name alter column 1 set statistics 0, alter column 2 set statistics 0;
alter table account_session
    alter column ip set statistics 0,
    alter column user_agent set statistics 0;
