-- Why the plans of a campaign are kept apart from it: what was promised when an order was redeemed stays promised for that
-- order, whatever the brand changes later. A change is an event among the others, so that everybody who reads the events
-- in their order sees it at the same place.
alter table event
    drop constraint event_kind_check,
    add constraint event_kind_check check (kind in (
        'redeemed', 'reversed', 'reward_planned',
        'payout_created', 'payout_approved', 'payout_cancelled', 'payout_paid', 'payout_returned')) not valid;

create table reward_plan (
    brand_id    bigint      not null references brand,
    plan_id     bigint      not null,
    campaign_id bigint      not null,
    -- What the brand wrote; absent where it promises nothing from then on.
    plan        jsonb,
    currency    text        not null,
    planned_at  timestamptz not null,
    primary key (brand_id, plan_id),
    foreign key (brand_id, campaign_id) references campaign
);
create index reward_plan_of_campaign on reward_plan (brand_id, campaign_id, plan_id);

-- Double-entry: each row moves an amount from one account to another, so that debits equal credits whatever is written.
-- cost is the brand's; held, due, paying and paid are the ambassador's: earned but within the time for returns, owed,
-- in a payout that is under way, and paid.
create table ledger_entry (
    brand_id      bigint      not null,
    entry_id      bigint      not null,
    ambassador_id bigint      not null,
    -- Absent for payouts, which settle what was earned in all campaigns.
    campaign_id   bigint,
    currency      text        not null check (currency ~ '^[A-Z]{3}$'),
    kind          text        not null check (kind in (
                                  'earned', 'tier', 'milestone', 'prize', 'matured', 'reversed', 'clawback',
                                  'payout', 'paid', 'returned')),
    debit         text        not null check (debit in ('cost', 'held', 'due', 'paying', 'paid')),
    credit        text        not null check (credit in ('cost', 'held', 'due', 'paying', 'paid')),
    -- Minor units. 0 tells of an order that earned nothing, because a cap was reached.
    amount        bigint      not null check (amount >= 0),
    -- Its causes.
    redemption_id bigint,
    reversal_id   bigint,
    payout_id     bigint,
    -- Of what an order earned: under which plan, the amount or the basis points for it, and until when it is held.
    plan_id       bigint,
    rate          bigint,
    due_at        timestamptz,
    posted_at     timestamptz not null,
    primary key (brand_id, entry_id),
    check (debit <> credit),
    -- Every entry has a cause; that it exists is looked up for all rows of a statement together, see ledger_post.
    check ((redemption_id is null) <> (payout_id is null)),
    check ((kind in ('payout', 'paid', 'returned')) = (payout_id is not null)),
    check ((kind in ('reversed', 'clawback')) = (reversal_id is not null)),
    check ((kind = 'earned') = (plan_id is not null and rate is not null and due_at is not null))
);
-- Each cause has each effect once, whoever carries it out and however often.
create unique index ledger_entry_of_redemption on ledger_entry (brand_id, redemption_id, kind, reversal_id)
    nulls not distinct where redemption_id is not null;
create unique index ledger_entry_of_payout on ledger_entry (brand_id, payout_id, ambassador_id, currency, kind)
    where payout_id is not null;
create index ledger_entry_of_ambassador on ledger_entry (brand_id, ambassador_id, entry_id);
create index ledger_entry_prizes on ledger_entry (brand_id, campaign_id) where kind = 'prize';
create index ledger_entry_held on ledger_entry (brand_id, due_at, entry_id) where kind = 'earned' and credit = 'held';

-- Kept by the database itself from the entries, so that a balance is their sum by construction.
create table ledger_account (
    brand_id      bigint not null references brand,
    -- 0 for the brand's own account.
    ambassador_id bigint not null,
    currency      text   not null,
    account       text   not null check (account in ('cost', 'held', 'due', 'paying', 'paid')),
    -- Credits less debits. What is due may fall below zero: an order was sent back after it had been paid for.
    balance       bigint not null check (account in ('cost', 'due') or balance >= 0),
    primary key (brand_id, ambassador_id, currency, account),
    check ((account = 'cost') = (ambassador_id = 0))
) with (fillfactor = 50);

-- Also the foreign keys of causes: looked up row by row they took two thirds of the time of posting. Neither a redemption
-- nor a reversal can be deleted, so that looking when an entry is added is enough.
create function ledger_post() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, public
    as $$
begin
    if (select count(redemption_id) + count(reversal_id) from posted)
       <> (select count(*)
             from posted
            cross join lateral (
                  select
                    from redemption
                   where brand_id = posted.brand_id
                     and redemption_id = posted.redemption_id
                  offset 0) r)
        + (select count(*)
             from posted
            cross join lateral (
                  select
                    from reversal
                   where brand_id = posted.brand_id
                     and reversal_id = posted.reversal_id
                  offset 0) v) then
        raise exception 'An entry of the ledger has no cause' using errcode = 'foreign_key_violation';
    end if;
    insert into ledger_account (brand_id, ambassador_id, currency, account, balance)
    select brand_id, case when account = 'cost' then 0 else ambassador_id end, currency, account, 0
      from (select brand_id, ambassador_id, currency, debit as account from posted
             union
            select brand_id, ambassador_id, currency, credit from posted) touched
     group by 1, 2, 3, 4
     order by 1, 2, 3, 4
        on conflict do nothing;
    update ledger_account a
       set balance = a.balance + leg.amount
      from (select brand_id, case when account = 'cost' then 0 else ambassador_id end as ambassador_id, currency, account,
                   sum(amount) as amount
              from (select brand_id, ambassador_id, currency, debit as account, -amount as amount from posted
                     union all
                    select brand_id, ambassador_id, currency, credit, amount from posted) legs
             group by 1, 2, 3, 4
             order by 1, 2, 3, 4) leg
     where (a.brand_id, a.ambassador_id, a.currency, a.account)
           = (leg.brand_id, leg.ambassador_id, leg.currency, leg.account);
    return null;
end $$;

create trigger ledger_entry_posts
    after insert on ledger_entry
    referencing new table as posted
    for each statement execute function ledger_post();

-- What the job knows of an ambassador in a campaign under one plan. It can be made again from the events.
create table reward_standing (
    brand_id      bigint not null,
    campaign_id   bigint not null,
    ambassador_id bigint not null,
    plan_id       bigint not null,
    -- Redemptions that stand under this plan.
    redemptions   bigint not null,
    -- Of those: net order value in minor units or, for amounts per redemption, millionths of redemptions.
    units         bigint not null,
    -- Sums of what each earns by itself, and of first-order bonuses.
    own           bigint not null,
    bonus         bigint not null,
    earned        bigint not null check (earned >= 0),
    primary key (brand_id, campaign_id, ambassador_id, plan_id)
) with (fillfactor = 70);

create table reward_campaign (
    brand_id    bigint not null,
    campaign_id bigint not null,
    -- The plan for what is redeemed next; absent if nothing is promised.
    plan_id     bigint,
    earned      bigint not null check (earned >= 0),
    primary key (brand_id, campaign_id)
) with (fillfactor = 50);

create table reward_cursor (
    brand_id     bigint      primary key references brand,
    xid          xid8        not null default '0',
    event_id     bigint      not null default 0,
    -- What was held until then is due; what is earned later but was to be held until then is due at once.
    matured_to   timestamptz not null default 'epoch',
    matured_last bigint      not null default 0
);

call herald_isolate(array['reward_plan', 'ledger_entry', 'ledger_account', 'reward_standing', 'reward_campaign',
                          'reward_cursor']::regclass[]);

-- Append-only for the application, whatever its code says; balances it cannot write at all.
revoke update, delete, truncate on reward_plan, ledger_entry from herald_app;
revoke insert, update, delete, truncate on ledger_account from herald_app;

-- Campaigns from before promised rewards too: their redemptions are credited as if the plan had been known from the start.
insert into reward_plan (brand_id, plan_id, campaign_id, plan, currency, planned_at)
select brand_id, campaign_id, campaign_id, reward, currency, created_at
  from campaign
 where reward is not null;
insert into reward_campaign (brand_id, campaign_id, plan_id, earned)
select brand_id, plan_id, plan_id, 0
  from reward_plan;
