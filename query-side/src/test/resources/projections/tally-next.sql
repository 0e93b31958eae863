create table tally (
    id text primary key,
    total int not null,
    search text not null generated always as (plain(id)) stored,
    even boolean not null generated always as (total % 2 = 0) stored
);
