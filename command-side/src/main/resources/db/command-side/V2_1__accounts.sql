create table credential (
    account_id uuid primary key,
    password_hash text not null,
    changed_at timestamptz not null
);

-- codes sent by mail in the last hour; only the newest of an address and purpose is good
create table one_time_code (
    address bytea not null, -- keyed hash of purpose and e-mail
    seed bytea not null, -- the code is its keyed hash
    issued_at timestamptz not null,
    tries int not null default 0,
    used boolean not null default false,
    primary key (address, issued_at)
);
