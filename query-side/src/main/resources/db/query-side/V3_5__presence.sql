-- who is connected to which node: a lease, since a node that dies tells nobody
create table presence (
    account_id uuid not null,
    node text not null,
    here boolean not null,
    seen_at timestamptz not null,
    primary key (account_id, node)
) with (fillfactor = 80);

create function is_online(account uuid) returns boolean language sql stable
    return exists (
        select 1 from presence where account_id = account and here and seen_at > now() - interval '90 seconds');

create function last_seen(account uuid) returns timestamptz language sql stable
    return (select max(seen_at) from presence where account_id = account);
