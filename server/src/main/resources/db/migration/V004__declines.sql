-- How often codes were declined, by reason and day. Counted in memory and added about once a second: a crash may lose
-- the last second's declines, which are no promise to anybody, and a decline costs no write of its own.
create table decline_count (
    brand_id    bigint not null references brand,
    -- 0 where no campaign is known, because the code is not.
    campaign_id bigint not null,
    day         date   not null,
    kind        text   not null check (kind in ('validation', 'redemption')),
    reason      text   not null,
    declines    bigint not null check (declines > 0),
    primary key (brand_id, campaign_id, day, kind, reason)
);

call herald_isolate(array['decline_count']::regclass[]);
