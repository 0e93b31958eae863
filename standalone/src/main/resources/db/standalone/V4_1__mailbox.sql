create table mailbox (
    id bigint generated always as identity primary key,
    receiver text not null,
    subject text not null,
    text text not null,
    html text not null,
    headers jsonb not null,
    sent_at timestamptz not null
);
create index on mailbox (lower(receiver), id);
