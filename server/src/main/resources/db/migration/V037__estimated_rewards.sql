-- Why: credit that is only estimated earns nothing by itself, but a brand may say once, when a campaign is over, that it pays
-- by an estimate. The estimate is then the cause of what is posted, also of prizes where everybody shared a code.
alter table ledger_entry
    add column estimate integer,
    drop constraint ledger_entry_kind_check,
    add constraint ledger_entry_kind_check check (kind in (
        'earned', 'tier', 'milestone', 'prize', 'estimated', 'matured', 'reversed', 'clawback',
        'payout', 'paid', 'returned')),
    -- Was: either a redemption or a payout.
    drop constraint ledger_entry_check1,
    add constraint ledger_entry_cause_check check (num_nonnulls(redemption_id, payout_id, estimate) = 1),
    add constraint ledger_entry_estimate_check check (
        case kind when 'estimated' then estimate is not null when 'prize' then true else estimate is null end),
    add constraint ledger_entry_estimate_fkey
        foreign key (brand_id, campaign_id, estimate) references attribution_estimate;

-- Whichever estimate is paid, it is one a campaign.
create unique index ledger_entry_of_estimate on ledger_entry (brand_id, campaign_id, ambassador_id, kind)
    where estimate is not null;

alter table attribution_estimate
    -- Whether the campaign was over already, so that no order could come any more.
    add column over       boolean not null default false,
    -- The mean net order of those that nobody has the credit for, minor units; and when the last order of all was placed.
    add column net        bigint not null default 0 check (net >= 0),
    add column last_order timestamptz;

alter table attribution_credit
    -- Of what is credited, what links tell for certain: it is rewarded already.
    add column by_link numeric(14, 2)     not null default 0 check (by_link >= 0),
    -- With which probability somebody brought the most, was one of the best two, and so on; prizes are given by that.
    add column top     double precision[] not null default '{}';
