-- Why rollups: a page about ten million redemptions must not read them. One row per campaign, code and day is kept up to
-- date from the event rows, by whoever holds the brand's cursor row. Rows and cursor change in one transaction, so every
-- event counts exactly once, whatever crashes.
create table rollup_cursor (
    brand_id bigint primary key references brand,
    -- The last event taken. Transaction ids start anew in a restored cluster: restoring resets the cursor and rollups.
    xid      xid8   not null default '0',
    event_id bigint not null default 0
);

create table rollup (
    brand_id      bigint not null references brand,
    campaign_id   bigint not null,
    -- In the brand's time zone; of the order, also for what was reversed later.
    day           date   not null,
    code_id       bigint not null,
    -- 0 where nobody is credited.
    ambassador_id bigint not null,
    -- Redemptions made, and those of them that a reversal undid completely; the rest stands.
    made          bigint not null,
    undone        bigint not null,
    -- First orders among those that stand.
    first_orders  bigint not null,
    -- Order amounts less reversed amounts, discounts less what was given back; minor units of the campaign's currency.
    revenue       bigint not null,
    discount      bigint not null,
    primary key (brand_id, campaign_id, day, code_id, ambassador_id)
) with (fillfactor = 70);
create index rollup_of_day on rollup (brand_id, day);

call herald_isolate(array['rollup_cursor', 'rollup']::regclass[]);
