create table fair_company (
    id uuid primary key,
    name text not null,
    search text not null generated always as (plain(name)) stored,
    status text not null,
    max_concurrent_interviews int not null,
    max_queue_size int,
    token_hash text not null unique,
    waiting_count int not null default 0,
    interviewing_count int not null default 0,
    completed_count int not null default 0,
    interview_seconds double precision not null default 0,
    version bigint not null
);

create table fair_student (
    id uuid primary key,
    first_name text not null,
    last_name text not null,
    search text not null generated always as (plain(last_name || ' ' || first_name)) stored,
    status text not null,
    current_company_id uuid,
    removed boolean not null default false, -- a person who was erased
    version bigint not null
);
create index on fair_student (search, id);
-- what is personal is in no statistics, which would keep it
alter table fair_student
    alter column first_name set statistics 0,
    alter column last_name set statistics 0,
    alter column search set statistics 0;

create table fair_inscription (
    id uuid primary key,
    company_id uuid not null,
    student_id uuid not null,
    position int not null,
    status text not null,
    joined_at timestamptz not null,
    started_at timestamptz
);
create index on fair_inscription (company_id, position);
create index on fair_inscription (student_id, joined_at);
