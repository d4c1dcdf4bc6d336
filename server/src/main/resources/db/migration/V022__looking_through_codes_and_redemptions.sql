-- Why: staff asks who used a code, and what an ambassador, whose codes are few, brought. It costs each redemption one
-- more entry of an index; a campaign with one shared code appends it, and only a campaign of unique codes writes it at
-- random places. No index by ambassador: his codes lead to the same rows.
create index redemption_of_code on redemption (brand_id, code_id, redemption_id);

-- Why: staff finds a code by its first letters. In the order of bytes the key that makes skeletons unique serves for
-- that too, whatever the order of the database is; a second index would cost each of a million new codes an entry.
alter table code alter column skeleton type text collate "C";

-- Why: the few codes that have an end must be found among a million that have none.
create index code_that_ends on code (brand_id, campaign_id, code_id) where ended_at is not null;
