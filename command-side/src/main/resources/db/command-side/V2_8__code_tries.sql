-- every use of a code in the last hour, for addresses without one too: what is done for some only takes time
create table code_try (
    request text primary key,
    address bytea not null, -- as in one_time_code
    issued_at timestamptz, -- when the code was that it was meant for, if there was one
    at timestamptz not null
);
create index on code_try (address, issued_at);
insert into code_try
    select gen_random_uuid(), address, issued_at, now() from one_time_code, generate_series(1, tries) where used_by is null;
alter table one_time_code drop column tries;

-- where there is no account, a password is compared with the hash of one that is found by chance
create index on credential (md5(account_id::text));
