create table tally (
    id text primary key,
    total int not null
);
