create table ticket_order (
    id uuid primary key,
    gathering_id uuid not null,
    buyer uuid not null,
    items jsonb not null,
    amount numeric not null,
    currency text not null,
    payment_id uuid not null,
    status text not null,
    placed_at timestamptz not null,
    expires_at timestamptz not null,
    version bigint not null
);
create index on ticket_order (buyer, placed_at);

create table ticket (
    id uuid primary key,
    gathering_id uuid not null,
    holder uuid not null,
    ticket_type uuid not null,
    ticket_type_name text not null,
    price numeric not null,
    currency text not null,
    code text not null,
    pass text not null,
    status text not null,
    issued_at timestamptz not null,
    checked_in_at timestamptz,
    checked_in_by uuid,
    version bigint not null
);
create index on ticket (holder, issued_at, id);
-- what is personal is in no statistics, which would keep it
alter table ticket alter column code set statistics 0, alter column pass set statistics 0;
