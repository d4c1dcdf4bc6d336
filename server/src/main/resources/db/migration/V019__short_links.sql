-- Why a link has a row of its own and not only a slug: its clicks are counted, and the brand's own posts are told from the
-- ambassadors'. A slug is no secret: it leads to what is public. Its hash is in credential, because whoever clicks does not
-- know the brand. The kinds there are those of the enum Credential.Kind, which a list here would only repeat.
alter table credential
    drop constraint credential_kind_check,
    add constraint credential_kind_check check (kind ~ '^[a-z][a-z_]{0,39}$');

create table short_link (
    brand_id      bigint      not null references brand,
    link_id       bigint      not null,
    slug          text        not null check (slug ~ '^[0-9a-z]{8}$'),
    campaign_id   bigint      not null,
    -- Whose link it is; absent for the brand's own.
    enrollment_id bigint,
    channel       text        not null check (channel ~ '^[a-z][a-z_]{0,39}$'),
    created_at    timestamptz not null,
    primary key (brand_id, link_id),
    foreign key (brand_id, campaign_id) references campaign,
    foreign key (brand_id, enrollment_id) references enrollment,
    check ((channel = 'ambassador') = (enrollment_id is not null))
);
create unique index short_link_of_enrollment on short_link (brand_id, enrollment_id) where enrollment_id is not null;
create unique index short_link_of_channel on short_link (brand_id, campaign_id, channel) where enrollment_id is null;

-- Clicks are counted and not kept: who clicked is nobody's business.
create table link_click (
    brand_id bigint not null,
    link_id  bigint not null,
    -- In the brand's time zone.
    day      date   not null,
    clicks   bigint not null check (clicks > 0),
    primary key (brand_id, link_id, day),
    foreign key (brand_id, link_id) references short_link
) with (fillfactor = 70);

call herald_isolate(array['short_link', 'link_click']::regclass[]);

-- Why: an ambassador's page shows his latest redemptions. Codes that everybody shares credit nobody and are not in it, so
-- that a campaign with a blanket code writes no more than before.
create index redemption_of_ambassador on redemption (brand_id, ambassador_id, redemption_id) where ambassador_id is not null;
