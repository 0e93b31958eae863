-- what each attempt at a payment is known by outside
create table payment_attempt (
    reference uuid primary key, -- ours, which the provider is told
    payment_id uuid not null,
    session bytea, -- what the provider answered and wants to hear again, sealed
    callback_token_hash bytea -- SHA-256 of what it proves its notifications with
);
create index on payment_attempt (payment_id);
create index on payment_attempt (callback_token_hash);

-- the books of the sandbox
create table sandbox_payment (
    reference uuid primary key,
    amount numeric not null,
    currency text not null,
    status text not null default 'PENDING'
);
