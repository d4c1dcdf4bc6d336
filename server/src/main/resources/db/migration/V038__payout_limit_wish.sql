-- Why: whoever could raise the limit alone, could pay any amount alone. So raising it is a wish that holds once another
-- person agrees. Wishes are kept: who raised the limit, and with whom, is what an auditor asks.
create table payout_limit_wish (
    brand_id  bigint      not null,
    wish_id   bigint      not null,
    -- Minor units; absent for no limit. Past when the brand has another usual currency.
    wanted    bigint      check (wanted >= 0),
    currency  text        not null check (currency ~ '^[A-Z]{3}$'),
    asked_by  bigint      not null,
    asked_at  timestamptz not null,
    agreed_by bigint,
    -- When it was agreed to, withdrawn, or dropped for another limit.
    ended_at  timestamptz,
    primary key (brand_id, wish_id),
    foreign key (brand_id, asked_by) references person,
    foreign key (brand_id, agreed_by) references person,
    -- Four eyes, whatever the code says.
    check (agreed_by <> asked_by),
    check (agreed_by is null or ended_at is not null)
);
create unique index payout_limit_wish_open on payout_limit_wish (brand_id) where ended_at is null;

call herald_isolate(array['payout_limit_wish']::regclass[]);
revoke delete, truncate on payout_limit_wish from herald_app;

-- Only people approve: anybody may hold two keys. What a key approved and nobody has paid yet waits for a person.
-- The owner of the tables is held by the policies too, and a migration is of no brand.
alter table payout no force row level security;
update payout
   set state = 'awaiting_approval', approved_by = null, approved_at = null
 where state = 'approved'
   and needs_second
   and approved_by ~ '^key_';
alter table payout force row level security;
alter table payout
    add constraint payout_approved_by_person_check
        check (state <> 'approved' or not needs_second or approved_by ~ '^per_');
