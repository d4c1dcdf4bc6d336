-- Why counters in rows of their own: a limit must hold under concurrent checkouts, and counting redemptions would need
-- a lock on all of them. The rows are narrow and leave half of each page free, so that an update stays on its page. A
-- counter exists only where a limit needs it. max_uses and budget repeat the campaign's limits (or what is used, if a
-- limit was lowered below it), so that the database itself refuses one too many.
create table campaign_counter (
    brand_id    bigint not null,
    campaign_id bigint not null,
    used        bigint not null default 0 check (used >= 0),
    max_uses    bigint,
    spent       bigint not null default 0 check (spent >= 0),
    budget      bigint,
    primary key (brand_id, campaign_id),
    foreign key (brand_id, campaign_id) references campaign,
    check (used <= max_uses),
    check (spent <= budget)
) with (fillfactor = 50);

create table code_counter (
    brand_id    bigint not null,
    code_id     bigint not null,
    campaign_id bigint not null,
    used        bigint not null default 0 check (used >= 0),
    max_uses    bigint not null,
    primary key (brand_id, code_id),
    check (used <= max_uses)
) with (fillfactor = 50);
create index code_counter_of_campaign on code_counter (brand_id, campaign_id);

create table customer_counter (
    brand_id    bigint not null,
    campaign_id bigint not null,
    customer    bytea  not null check (octet_length(customer) = 16),
    used        bigint not null default 0 check (used >= 0),
    max_uses    bigint not null,
    primary key (brand_id, campaign_id, customer),
    check (used <= max_uses)
) with (fillfactor = 50);

-- One row per known identity of a buyer: how many of his redemptions stand, which decides what a first order is.
create table customer (
    brand_id bigint not null references brand,
    customer bytea  not null check (octet_length(customer) = 16),
    standing bigint not null default 0 check (standing >= 0),
    primary key (brand_id, customer)
) with (fillfactor = 50);

create table redemption (
    brand_id        bigint      not null,
    redemption_id   bigint      not null,
    campaign_id     bigint      not null,
    code_id         bigint      not null,
    -- Whom the redemption is credited to; absent for a blanket code, and where another redemption of the order has the credit.
    ambassador_id   bigint,
    -- Names as they were, so that a repeated request gets the same answer byte for byte.
    campaign_name   text        not null,
    ambassador_name text,
    key_hash        bytea       check (octet_length(key_hash) = 16),
    request_hash    bytea,
    order_hash      bytea       not null check (octet_length(order_hash) = 16),
    order_reference text        not null,
    customers       bytea[]     not null,
    amount          bigint      not null check (amount >= 0),
    shipping        bigint      not null check (shipping >= 0),
    discount        bigint      not null check (discount >= 0),
    currency        text        not null,
    placed_at       timestamptz not null,
    redeemed_at     timestamptz not null,
    first_order     boolean     not null,
    region          text,
    age_band        text,
    tags            text[]      not null default '{}',
    lines           jsonb,
    primary key (brand_id, redemption_id),
    foreign key (brand_id, campaign_id, code_id) references code (brand_id, campaign_id, code_id),
    check (discount <= amount + shipping)
);
create unique index redemption_of_key on redemption (brand_id, key_hash) where key_hash is not null;
create unique index redemption_of_order on redemption (brand_id, order_hash, campaign_id);
create index redemption_of_campaign on redemption (brand_id, campaign_id, redemption_id);

-- One order is redeemed once, across campaigns and lanes: the second campaign's code has to get past this row.
create table redeemed_order (
    brand_id      bigint   not null,
    order_hash    bytea    not null check (octet_length(order_hash) = 16),
    campaigns     bigint[] not null,
    combinable    boolean  not null,
    credited      boolean  not null,
    primary key (brand_id, order_hash),
    check (combinable or cardinality(campaigns) = 1)
);

create table reversal (
    brand_id      bigint      not null,
    reversal_id   bigint      not null,
    redemption_id bigint      not null,
    reason        text        not null check (reason in ('cancelled', 'refunded', 'chargeback')),
    -- Order value undone, in minor units of the order's currency.
    amount        bigint      not null check (amount >= 0),
    -- Discount given back to the budget.
    discount_back bigint      not null check (discount_back >= 0),
    -- Whether nothing of the redemption stands any more, and whether its slot and turn were given back.
    complete      boolean     not null,
    slot_back     boolean     not null,
    key_hash      bytea       check (octet_length(key_hash) = 16),
    request_hash  bytea,
    reversed_at   timestamptz not null,
    primary key (brand_id, reversal_id),
    foreign key (brand_id, redemption_id) references redemption
);
create unique index reversal_of_key on reversal (brand_id, key_hash) where key_hash is not null;
create unique index reversal_completes_once on reversal (brand_id, redemption_id) where complete;
create index reversal_of_redemption on reversal (brand_id, redemption_id, reversal_id);

-- What happened, for those who carry out the consequences. Readers stay below the oldest transaction still running
-- (xid < pg_snapshot_xmin(pg_current_snapshot())), so that an event committed late is never skipped.
create table event (
    brand_id   bigint not null,
    xid        xid8   not null default pg_current_xact_id(),
    event_id   bigint not null,
    kind       text   not null check (kind in ('redeemed', 'reversed')),
    -- The redemption or reversal that the event tells of.
    subject_id bigint not null,
    primary key (brand_id, xid, event_id)
);

call herald_isolate(array['campaign_counter', 'code_counter', 'customer_counter', 'customer', 'redemption',
                          'redeemed_order', 'reversal', 'event']::regclass[]);

-- Append-only for the application, whatever its code says.
revoke update, delete, truncate on redemption, reversal, event from herald_app;
