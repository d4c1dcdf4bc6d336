-- Why words in a table of their own: a brand may have a hundred thousand ambassadors, and somebody who types a name, an
-- address or a handle wants them at once. Each word is found by how it begins. Tags and channels are words too ("tag:vip",
-- "on:instagram"), so that one index serves every filter. Only letters and digits make up the words of names; no name
-- can pass for a tag.
create table ambassador_word (
    brand_id      bigint not null,
    word          text   not null collate "C" check (length(word) between 1 and 80),
    ambassador_id bigint not null,
    primary key (brand_id, word, ambassador_id),
    foreign key (brand_id, ambassador_id) references ambassador
);
create index ambassador_word_of on ambassador_word (brand_id, ambassador_id);

alter table ambassador
    add column tags text[] not null default '{}',
    -- Somebody who was removed keeps his row: redemptions and rewards name him.
    add column removed_at timestamptz,
    -- When the ambassador first and last opened the page of the magic link; noted once an hour at most.
    add column first_opened_at timestamptz,
    add column last_opened_at timestamptz,
    -- Somebody who wants no more mail gets none, whoever asks for it.
    add column unsubscribed_at timestamptz,
    -- What is the same person to an import: the e-mail address, or else the handle, whatever their case.
    add column email_key text generated always as (lower(email)) stored,
    add column handle_key text generated always as (lower(ltrim(handle, '@ '))) stored,
    add column name_key text generated always as (normalize(lower(name), NFKD)) stored,
    add check ((first_opened_at is null) = (last_opened_at is null)),
    add check (first_opened_at <= last_opened_at);
create index ambassador_of_email on ambassador (brand_id, email_key) where email_key is not null;
create index ambassador_of_handle on ambassador (brand_id, handle_key) where handle_key is not null;
create index ambassador_of_name on ambassador (brand_id, name_key, ambassador_id);
create index ambassador_never_opened on ambassador (brand_id, ambassador_id)
    where first_opened_at is null and removed_at is null;
create index ambassador_removed on ambassador (brand_id, ambassador_id) where removed_at is not null;

-- The owner of the tables is held by the policies like everybody; for once he has to see the rows of all brands.
alter table ambassador no force row level security;
insert into ambassador_word (brand_id, word, ambassador_id)
select distinct brand_id, left(word, 60), ambassador_id
  from ambassador,
       regexp_split_to_table(
           regexp_replace(
               normalize(lower(concat_ws(' ', name, email, handle)), NFKD), '[' || chr(768) || '-' || chr(879) || ']', '', 'g'),
           '[^[:alnum:]]+') as word
 where word <> ''
union
select brand_id, left('on:' || lower(channel), 80), ambassador_id
  from ambassador,
       unnest(channels) as channel;
alter table ambassador force row level security;

-- A file of ambassadors between its upload and the day after: what was dry-run is what is committed, and the refused rows
-- can be had until then.
create table ambassador_import (
    brand_id   bigint      not null references brand,
    import_id  bigint      not null,
    file       bytea       not null,
    -- How it was read and what it was to do with those who are there already; absent until it is committed.
    settings   jsonb,
    -- The job that carries it out, if it is a long one.
    job_id     bigint,
    created    integer     not null default 0,
    updated    integer     not null default 0,
    skipped    integer     not null default 0,
    refused    integer     not null default 0,
    created_at timestamptz not null,
    ended_at   timestamptz,
    primary key (brand_id, import_id)
);
create index ambassador_import_by_age on ambassador_import (brand_id, created_at);

call herald_isolate(array['ambassador_word', 'ambassador_import']::regclass[]);

-- Why: an ambassador's links are revoked together, and found by whose they are.
create index credential_of_subject on credential (brand_id, kind, subject_id);
