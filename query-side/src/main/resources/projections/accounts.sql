create table account (
    id uuid primary key,
    email text not null,
    email_verified boolean not null default false,
    first_name text not null,
    last_name text not null,
    username text,
    telephone text,
    photo_url text,
    bio text,
    date_of_birth date,
    is_verified boolean not null default false,
    status text not null default 'UNVERIFIED',
    roles text[] not null default '{}',
    online boolean not null default false,
    last_seen timestamptz,
    followers_count int not null default 0,
    following_count int not null default 0,
    events_count int not null default 0,
    search text not null
        generated always as (plain(first_name || ' ' || last_name || ' ' || coalesce(username, ''))) stored,
    search_email text not null generated always as (plain(email)) stored, -- for admins
    last_login_at timestamptz,
    created_at timestamptz not null,
    version bigint not null
);
create index on account (created_at, id);
create index on account (lower(last_name), id);

-- sessions that nobody has ended
create table account_session (
    id uuid primary key,
    account_id uuid not null,
    ip text not null,
    user_agent text,
    created_at timestamptz not null,
    last_used_at timestamptz not null
);
create index on account_session (account_id, created_at);
