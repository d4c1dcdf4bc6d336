-- Why a rollup by who buys what: which groups respond to a campaign has to be told without reading its redemptions. It is
-- kept from the same events as the other rollups, but with a cursor of its own, so that a backlog here never delays the
-- live counts; the cursor begins before the first event, so that what was redeemed before this table came is in it too.
create table segment_cursor (
    brand_id bigint primary key references brand,
    xid      xid8   not null default '0',
    event_id bigint not null default 0
);

-- Each redemption counts for all of a brand (campaign and ambassador 0), for its campaign (ambassador 0) and for whom it
-- is credited to. The ambassador comes first in the key, because a profile adds up all campaigns of one.
create table rollup_segment (
    brand_id      bigint not null references brand,
    ambassador_id bigint not null,
    campaign_id   bigint not null,
    dimension     text   not null collate "C",
    -- '' counts the redemptions of which anything is known in this dimension: what a share is a share of.
    segment       text   not null collate "C",
    -- Redemptions made, and those of them that a reversal undid completely; the rest stands.
    made          bigint not null,
    undone        bigint not null,
    primary key (brand_id, ambassador_id, campaign_id, dimension, segment)
) with (fillfactor = 70);

call herald_isolate(array['segment_cursor', 'rollup_segment']::regclass[]);
