-- Why the reason is stored with the redemption and by its own transaction: whom it is credited to is decided once, with
-- all that was known then, and every page and sum that comes later reads the same. Absent in rows from before, whose
-- code's owner tells it.
alter table redemption
    add column credit     text check (credit in ('code', 'link', 'self_use', 'returning_customer', 'order_credited',
                                                 'nobody')),
    -- Of a credit by link: which link, and when it was clicked.
    add column click_link bigint,
    add column clicked_at timestamptz,
    add check (credit is null or (credit in ('code', 'link')) = (ambassador_id is not null)),
    add check (coalesce(credit = 'link', false) = (click_link is not null)
               and (click_link is null) = (clicked_at is null));

-- The clicks that came with what is held, for its redemption; absent if there were none.
alter table reservation
    add column clicks text[] check (cardinality(clicks) between 1 and 10);

-- Who is credited, by code or by link; absent for the default.
alter table campaign
    add column attribution_policy jsonb;
