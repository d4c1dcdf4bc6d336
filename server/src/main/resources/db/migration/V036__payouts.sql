-- Why a run keeps its amounts although the ledger has them: it is what somebody approved and what was exported, and stays
-- so whatever is earned or taken back meanwhile. Herald moves no money: a run says who is to be paid what.
create table payout (
    brand_id     bigint      not null references brand,
    payout_id    bigint      not null,
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    -- Minor units, as all amounts.
    minimum      bigint      not null check (minimum > 0),
    total        bigint      not null check (total > 0),
    people       integer     not null check (people > 0),
    -- Of those, what did not arrive and is due again.
    failed       bigint      not null default 0 check (failed between 0 and total),
    failures     integer     not null default 0 check (failures between 0 and people),
    state        text        not null check (state in ('awaiting_approval', 'approved', 'paid', 'cancelled')),
    -- Whether it was above the brand's limit when it was made.
    needs_second boolean     not null,
    -- Who: a person of the staff or an API key, by the id as it is shown.
    made_by      text        not null check (made_by ~ '^(per|key)_[0-9A-HJKMNP-TV-Z]{13}$'),
    made_at      timestamptz not null,
    -- Nobody, where it was not above the limit.
    approved_by  text        check (approved_by ~ '^(per|key)_[0-9A-HJKMNP-TV-Z]{13}$'),
    approved_at  timestamptz,
    -- When it was paid or cancelled.
    closed_by    text        check (closed_by ~ '^(per|key)_[0-9A-HJKMNP-TV-Z]{13}$'),
    closed_at    timestamptz,
    reference    text        check (length(reference) between 1 and 200),
    primary key (brand_id, payout_id),
    check (state <> 'awaiting_approval' or approved_at is null),
    check (state not in ('approved', 'paid') or approved_at is not null),
    -- Four eyes, whatever the code says.
    check (not needs_second or approved_at is null or (approved_by is not null and approved_by <> made_by)),
    check ((state in ('paid', 'cancelled')) = (closed_at is not null)),
    check ((closed_at is null) = (closed_by is null)),
    check ((state = 'paid') = (reference is not null))
);
create index payout_in_state on payout (brand_id, state, payout_id);

create table payout_item (
    brand_id      bigint not null,
    payout_id     bigint not null,
    ambassador_id bigint not null,
    amount        bigint not null check (amount > 0),
    failed_by     text   check (failed_by ~ '^(per|key)_[0-9A-HJKMNP-TV-Z]{13}$'),
    failed_at     timestamptz,
    reason        text   check (length(reason) between 1 and 500),
    primary key (brand_id, payout_id, ambassador_id),
    foreign key (brand_id, payout_id) references payout,
    check ((failed_at is null) = (failed_by is null)),
    check (reason is null or failed_at is not null)
);

call herald_isolate(array['payout', 'payout_item']::regclass[]);
revoke delete, truncate on payout, payout_item from herald_app;

-- Minor units of the brand's usual currency; 0 for every run, absent for none. A run in another currency needs the approval
-- wherever there is a limit, because amounts of two currencies cannot be compared.
alter table brand add column payout_limit bigint check (payout_limit >= 0);
