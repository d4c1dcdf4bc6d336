create table campaign (
    brand_id         bigint      not null references brand,
    campaign_id      bigint      not null,
    -- Grows with every change: a decision made on an older version is made again.
    version          integer     not null default 1,
    name             text        not null check (length(name) between 1 and 200),
    objective        text        not null check (objective in ('awareness', 'new_customers', 'loyalty', 'find_top_ambassadors', 'know_audience')),
    strategy         text        not null check (strategy in ('blanket', 'unique', 'personal', 'tiered')),
    offer_type       text        not null check (offer_type in ('percent', 'amount', 'free_shipping')),
    -- Basis points for percent, minor units for amount, 0 for free shipping.
    offer_value      bigint      not null check (offer_value >= 0),
    offer_max        bigint      check (offer_max > 0),
    currency         text        not null check (currency ~ '^[A-Z]{3}$'),
    starts_at        timestamptz not null,
    ends_at          timestamptz check (ends_at > starts_at),
    combinable       boolean     not null default false,
    state            text        not null default 'draft' check (state in ('draft', 'running', 'paused', 'ended', 'archived')),
    per_code         bigint      check (per_code > 0),
    per_campaign     bigint      check (per_campaign > 0),
    per_customer     bigint      check (per_customer > 0),
    first_order_only boolean     not null default false,
    minimum_order    bigint      not null default 0 check (minimum_order >= 0),
    budget           bigint      check (budget > 0),
    -- The reward plan as it was given; carried out by the reward part.
    reward           jsonb,
    -- How the campaign's own code is shown; absent until there is one.
    blanket_code     text,
    created_at       timestamptz not null default now(),
    primary key (brand_id, campaign_id)
);

create table ambassador (
    brand_id      bigint      not null references brand,
    ambassador_id bigint      not null,
    name          text        not null check (length(name) between 1 and 200),
    email         text,
    handle        text,
    -- Followers.
    audience_size bigint      not null default 5000 check (audience_size between 0 and 1000000000000),
    channels      text[]      not null default '{}',
    created_at    timestamptz not null default now(),
    primary key (brand_id, ambassador_id)
);

-- Why one row per skeleton for ever: the same text, however it is spelt, names one code, and a disabled code is never
-- issued to someone else.
create table code (
    brand_id      bigint      not null,
    code_id       bigint      not null,
    campaign_id   bigint      not null,
    -- Absent for a code of the campaign itself.
    ambassador_id bigint,
    kind          text        not null check (kind in ('blanket', 'unique', 'personal')),
    text          text        not null check (length(text) between 1 and 64),
    display       text        not null,
    skeleton      text        not null,
    status        text        not null default 'live' check (status in ('live', 'disabled')),
    separated     boolean     not null default true,
    created_at    timestamptz not null default now(),
    primary key (brand_id, code_id),
    unique (brand_id, skeleton),
    unique (brand_id, campaign_id, code_id),
    foreign key (brand_id, campaign_id) references campaign,
    foreign key (brand_id, ambassador_id) references ambassador
);
create index code_of_ambassador on code (brand_id, ambassador_id, code_id);

create table enrollment (
    brand_id      bigint      not null,
    enrollment_id bigint      not null,
    campaign_id   bigint      not null,
    ambassador_id bigint      not null,
    code_id       bigint      not null,
    created_at    timestamptz not null default now(),
    primary key (brand_id, enrollment_id),
    unique (brand_id, campaign_id, ambassador_id),
    foreign key (brand_id, campaign_id) references campaign,
    foreign key (brand_id, ambassador_id) references ambassador,
    foreign key (brand_id, campaign_id, code_id) references code (brand_id, campaign_id, code_id)
);
create index enrollment_of_ambassador on enrollment (brand_id, ambassador_id, enrollment_id);

-- Answers of requests that carried an Idempotency-Key, written in the same transaction as what they did.
create table idempotency (
    brand_id     bigint      not null references brand,
    key_hash     bytea       not null check (octet_length(key_hash) = 16),
    request_hash bytea       not null,
    status       integer     not null default 0,
    body         bytea       not null default '',
    created_at   timestamptz not null default now(),
    primary key (brand_id, key_hash)
);

call herald_isolate(array['campaign', 'ambassador', 'code', 'enrollment', 'idempotency']::regclass[]);
