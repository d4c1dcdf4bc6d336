-- Why columns and not a table of caps: the set is small and fixed, and a decision reads all of them with the campaign.
-- Days, ISO weeks and months are those of the brand's time zone.
alter table campaign
    add column per_customer_per_day   bigint check (per_customer_per_day > 0),
    add column per_customer_per_week  bigint check (per_customer_per_week > 0),
    add column per_customer_per_month bigint check (per_customer_per_month > 0),
    -- What undoing a redemption gives back, by reason, and until when it may be undone; absent for the default.
    add column reversal_policy        jsonb;

-- Why apart from slot_back: a brand may keep the slot taken and still let the customer try again, or the other way round.
-- Absent in rows from before, where the turn went with the slot.
alter table reversal
    add column turn_back boolean;

-- Why stored: an answer given again must be the same byte for byte, and whether its discount is split over the lines
-- depends on what the offer was then. Absent in rows from before, where a discount above the amount told it.
alter table redemption
    add column on_shipping boolean;
