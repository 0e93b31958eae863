create table tally (
    id text primary key,
    total int not null,
    search text not null generated always as (plain(id)) stored
);

create table biggest (
    id text primary key
);
