-- who tried to log in during the last 30 days
create table login_attempt (
    id uuid primary key,
    login text not null, -- as it was typed
    account_id uuid, -- whose name that is
    outcome text not null,
    ip text not null,
    user_agent text,
    at timestamptz not null
);
create index on login_attempt (at, id);
create index on login_attempt (account_id);
-- what is personal is in no statistics, which would keep it
alter table login_attempt
    alter column login set statistics 0,
    alter column ip set statistics 0,
    alter column user_agent set statistics 0;
alter table credential alter column password_hash set statistics 0;
