-- Why posts are kept: a code that everybody shares names nobody, but buyers follow a post within hours. So who posted when is
-- the best hint of who brought an order. Posts are entered by the brand, imported, or told by the ambassador himself.
create table post (
    brand_id      bigint      not null references brand,
    post_id       bigint      not null,
    campaign_id   bigint      not null,
    ambassador_id bigint      not null,
    posted_at     timestamptz not null,
    source        text        not null check (source in ('entered', 'imported', 'told')),
    created_at    timestamptz not null,
    primary key (brand_id, post_id),
    foreign key (brand_id, campaign_id) references campaign,
    foreign key (brand_id, ambassador_id) references ambassador
);
create index post_of_campaign on post (brand_id, campaign_id, post_id);
-- The same post brought in twice is one post.
create unique index post_once on post (brand_id, campaign_id, ambassador_id, posted_at);

-- "Who told you about us?", asked of a buyer. What he typed is not kept, only whom it means. Who is asked again answers again:
-- the last answer counts, and the earlier ones stay.
create table survey_answer (
    brand_id      bigint      not null,
    campaign_id   bigint      not null,
    redemption_id bigint      not null,
    answer_id     bigint      not null,
    said          text        not null check (said in ('ambassador', 'nobody', 'unclear')),
    ambassador_id bigint,
    answered_at   timestamptz not null,
    primary key (brand_id, campaign_id, redemption_id, answer_id),
    foreign key (brand_id, redemption_id) references redemption,
    foreign key (brand_id, ambassador_id) references ambassador,
    check ((said = 'ambassador') = (ambassador_id is not null))
);

-- An estimate is never changed: whoever looks at a figure again finds what it was made of. A later one has the next version.
create table attribution_estimate (
    brand_id    bigint           not null,
    campaign_id bigint           not null,
    version     integer          not null check (version > 0),
    made_at     timestamptz      not null,
    -- Redemptions of the shared code that stand, and of how many one was looked at.
    redemptions bigint           not null check (redemptions >= 0),
    one_of      integer          not null check (one_of > 0),
    tau_hours   double precision not null,
    -- Redemptions that are nobody's in particular.
    background  numeric(14, 2)   not null,
    posts       integer          not null,
    clicks      integer          not null,
    answers     integer          not null,
    seed        bigint           not null,
    primary key (brand_id, campaign_id, version),
    foreign key (brand_id, campaign_id) references campaign
);

create table attribution_credit (
    brand_id      bigint         not null,
    campaign_id   bigint         not null,
    version       integer        not null,
    -- 1 for the most credit.
    place         integer        not null check (place > 0),
    ambassador_id bigint         not null,
    credited      numeric(14, 2) not null,
    low           numeric(14, 2) not null,
    high          numeric(14, 2) not null check (low <= high),
    grade         text           not null check (grade in ('A', 'B', 'C', 'D')),
    alike         bigint[]       not null,
    primary key (brand_id, campaign_id, version, place),
    unique (brand_id, campaign_id, version, ambassador_id),
    foreign key (brand_id, campaign_id, version) references attribution_estimate,
    foreign key (brand_id, ambassador_id) references ambassador
);

call herald_isolate(array['post', 'survey_answer', 'attribution_estimate', 'attribution_credit']::regclass[]);

-- Append-only for the application, whatever its code says.
revoke update, delete, truncate on survey_answer, attribution_estimate, attribution_credit from herald_app;
