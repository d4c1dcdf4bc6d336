-- What a brand wrote for its ambassadors to post. A campaign without rows has Herald's captions, which are not stored, so
-- that better ones reach every campaign that has not written its own.
create table caption (
    brand_id    bigint not null,
    campaign_id bigint not null,
    caption_id  bigint not null,
    platform    text   not null check (platform in ('instagram', 'tiktok', 'youtube', 'x')),
    text        text   not null check (length(text) between 1 and 5000),
    primary key (brand_id, campaign_id, caption_id),
    foreign key (brand_id, campaign_id) references campaign
);

-- A second disclosure beside #ad, which no caption goes without; '' where the brand wants none.
create table caption_tag (
    brand_id    bigint not null,
    campaign_id bigint not null,
    tag         text   not null check (length(tag) <= 40),
    primary key (brand_id, campaign_id),
    foreign key (brand_id, campaign_id) references campaign
);

-- Pictures of the brand, in the database so that a backup has them and every node serves them.
create table brand_image (
    brand_id     bigint      not null references brand,
    image_id     bigint      not null,
    -- The unguessable part of its address; another picture in its place gets another one, so that no cache shows the old.
    token        text        not null check (token ~ '^[A-Za-z0-9_-]{22,64}$'),
    name         text        not null check (length(name) between 1 and 120),
    content_type text        not null check (content_type in ('image/png', 'image/jpeg', 'image/webp')),
    width        integer     not null check (width > 0),
    height       integer     not null check (height > 0),
    size         integer     not null check (size between 1 and 5000000),
    content      bytea       not null check (octet_length(content) = size),
    created_at   timestamptz not null default now(),
    primary key (brand_id, image_id),
    unique (brand_id, token)
);
-- It is compressed already.
alter table brand_image alter column content set storage external;

call herald_isolate(array['caption', 'caption_tag', 'brand_image']::regclass[]);
