-- Why a job is a row that says how far it got: each piece of work and the row's progress are one transaction, under a lock
-- on the row, so that every piece is done exactly once, whoever is killed when. The scheduler's table says only who looks
-- after which job at the moment.
create table job (
    brand_id    bigint      not null references brand,
    job_id      bigint      not null,
    kind        text        not null check (kind ~ '^[a-z][a-z_]{0,63}$'),
    input       jsonb       not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'running', 'cancelled', 'done', 'failed')),
    -- Grows with every resumption, so that whoever still carries out the former run notices.
    run         integer     not null default 1,
    total       bigint      not null check (total >= 0),
    done        bigint      not null default 0 check (done >= 0),
    -- What the kind of work needs to go on.
    cursor      jsonb       not null default '{}',
    -- The first errors of all that were counted.
    errors      jsonb       not null default '[]' check (jsonb_array_length(errors) <= 1000),
    error_count bigint      not null default 0,
    -- Why it failed as a whole.
    failure     jsonb,
    result      jsonb,
    -- How far it was in the last seconds: for its rate.
    pace        jsonb       not null default '{"marks": []}',
    -- Attempts in a row that broke.
    broken      integer     not null default 0,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    primary key (brand_id, job_id),
    check ((state in ('cancelled', 'done', 'failed')) = (finished_at is not null)),
    check ((state = 'failed') = (failure is not null))
);

call herald_isolate(array['job']::regclass[]);

-- The table of db-scheduler 16 (github.com/kagkarlsson/db-scheduler, Apache License 2.0) with the columns that it asks
-- for. It has no brand, because a node looks for work of all brands at once; it holds nothing but the numbers of jobs.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat);

-- A kept answer may say where what it made is found.
alter table idempotency add column headers jsonb not null default '{}';
