-- Why a row for each mail: whoever asks "did she get it?" is told, and a job that was interrupted knows what is left. Its
-- id makes the Message-ID, so that a mail which a crash sends twice is recognised as the same one.
create table invitation (
    brand_id      bigint      not null,
    invitation_id bigint      not null,
    ambassador_id bigint      not null,
    job_id        bigint      not null,
    -- As it was when the mail was asked for.
    address       text        not null,
    state         text        not null default 'queued' check (state in ('queued', 'sent', 'failed', 'unsubscribed')),
    attempts      integer     not null default 0,
    tried_at      timestamptz,
    -- What the mail server said.
    reason        text        not null default '',
    created_at    timestamptz not null,
    ended_at      timestamptz,
    primary key (brand_id, invitation_id),
    foreign key (brand_id, ambassador_id) references ambassador,
    check ((state = 'queued') = (ended_at is null))
);
create index invitation_of_ambassador on invitation (brand_id, ambassador_id, invitation_id);
create index invitation_waiting on invitation (brand_id, job_id, attempts, invitation_id) where state = 'queued';

-- Whether strangers may ask to become ambassadors. The address of the form holds the brand's id, so that no table has to
-- be read before the brand is known.
create table application_form (
    brand_id bigint  primary key references brand,
    open     boolean not null
);

create table application (
    brand_id       bigint      not null references brand,
    application_id bigint      not null,
    name           text        not null check (length(name) between 1 and 200),
    email          text        not null,
    email_key      text        not null generated always as (lower(email)) stored,
    handle         text,
    channels       text[]      not null default '{}',
    audience_size  bigint      not null check (audience_size >= 0),
    why            text        not null default '',
    state          text        not null default 'waiting' check (state in ('waiting', 'approved', 'declined')),
    -- Whom it made an ambassador.
    ambassador_id  bigint,
    -- When the applicant agreed that what he wrote is kept: with the application itself.
    created_at     timestamptz not null,
    decided_at     timestamptz,
    primary key (brand_id, application_id),
    foreign key (brand_id, ambassador_id) references ambassador,
    check ((state = 'waiting') = (decided_at is null)),
    check (state <> 'approved' or ambassador_id is not null)
);
-- Whoever applies again while the first application waits, mends it.
create unique index application_once on application (brand_id, email_key) where state = 'waiting';
create index application_by_state on application (brand_id, state, application_id);

call herald_isolate(array['invitation', 'application_form', 'application']::regclass[]);
