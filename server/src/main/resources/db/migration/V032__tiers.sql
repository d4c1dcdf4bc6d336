-- How large a share of the ambassadors, those with the most followers, gets codes of their own in a tiered campaign; in
-- hundredths of a percent. Campaigns of other strategies keep the usual value, in case a draft becomes tiered.
alter table campaign add column tier integer not null default 2000 check (tier between 1 and 10000);
