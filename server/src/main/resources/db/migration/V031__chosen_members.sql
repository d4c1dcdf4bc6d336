-- Who was chosen for a campaign while it is planned: thousands of ambassadors, which the typed fields cannot hold. Not a
-- table of its own, because the list is always written and read whole; who has left by the launch is left out then.
alter table campaign_plan add column chosen bigint[] not null default '{}';

-- What somebody sold in all campaigns is looked for among the codes that have an owner, not among the million that have none.
create index rollup_code_of_owner on rollup_code (brand_id, campaign_id, ambassador_id) where ambassador_id <> 0;
