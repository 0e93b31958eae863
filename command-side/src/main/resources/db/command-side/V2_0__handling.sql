-- what callers were answered to the requests that they gave a key
create table answered_request (
    key text primary key,
    fingerprint text not null,
    answer_type text,
    answer bytea,
    taken_at timestamptz not null default now()
);
create index answered_request_taken_at on answered_request (taken_at);

-- commands for later: db-scheduler's own table
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
