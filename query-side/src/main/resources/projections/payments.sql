create table payment (
    id uuid primary key,
    payer uuid not null,
    purpose text not null,
    provider text not null,
    amount numeric not null,
    currency text not null,
    status text not null,
    attempt int not null, -- the provider knows it by a reference that follows from it
    failure text,
    trouble text, -- until it is settled
    created_at timestamptz not null,
    settled_at timestamptz,
    version bigint not null
);
create index on payment (payer, created_at, id);
create index on payment (created_at, id);

-- where payers go to pay: nobody else's business
create table payment_redirect (
    id uuid primary key, -- the payment's
    payer uuid not null,
    url text not null
);
create index on payment_redirect (payer);
-- what is personal is in no statistics, which would keep it
alter table payment_redirect alter column url set statistics 0;

create table plan (
    id uuid primary key,
    name text not null,
    price numeric not null,
    currency text not null,
    period text not null, -- ISO 8601
    paid_gatherings_per_month int,
    commission numeric not null,
    withdrawn boolean not null,
    version bigint not null
);

create table subscription (
    id uuid primary key,
    subscriber uuid not null,
    plan_id uuid not null,
    status text not null,
    payment_id uuid not null, -- the last that was asked for
    paid_by uuid, -- the period that runs
    current_period_start timestamptz,
    current_period_end timestamptz,
    cancel_at_period_end boolean not null,
    paid_ahead boolean not null, -- the period after the one that runs
    version bigint not null
);
create index on subscription (subscriber);
