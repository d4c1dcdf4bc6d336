-- A campaign while it is planned: what was typed into each step, also what makes no sense yet, so that nobody loses
-- anything by going back or away. The plan stays beside its campaign: it says why the codes are given as they are.
create table campaign_plan (
    brand_id    bigint      not null references brand,
    plan_id     bigint      not null,
    typed       jsonb       not null default '{}' check (jsonb_typeof(typed) = 'object'),
    -- The campaign that was made of it, once.
    campaign_id bigint,
    created_at  timestamptz not null default now(),
    changed_at  timestamptz not null,
    primary key (brand_id, plan_id),
    unique (brand_id, campaign_id),
    foreign key (brand_id, campaign_id) references campaign
);
create index campaign_plan_unfinished on campaign_plan (brand_id, plan_id) where campaign_id is null;

call herald_isolate(array['campaign_plan']::regclass[]);
