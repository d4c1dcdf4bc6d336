-- Why one row per brand: whoever makes or changes codes locks it, so that what was found far enough from every code stays
-- so until it is stored. It counts the changes; a server that remembers the codes asks for those it has not seen.
-- Codes get their change while the row is locked, hence in the order in which they are committed.
create table code_book (
    brand_id bigint primary key references brand,
    changes  bigint not null default 0 check (changes >= 0)
);

alter table code
    add column change       bigint not null default 0,
    -- The moment from which the code is not accepted any more.
    add column expires_at   timestamptz,
    add column disabled_at  timestamptz,
    -- When it was gone: a code whose end was put into the past was spread until then.
    add column ended_at     timestamptz,
    -- The code that took this one's place.
    add column successor_id bigint,
    -- The long work that made it.
    add column job_id       bigint,
    alter column separated set default false,
    add foreign key (brand_id, successor_id) references code (brand_id, code_id);
-- The owner of the tables is held by the policies too, and a migration is of no brand.
alter table code no force row level security;
alter table brand no force row level security;
update code set separated = false where separated;
-- Letters of other scripts that look like Latin ones are the same in a skeleton from now on. Of twins the one in Latin
-- letters is meant, or else the older one; the others keep their skeleton, so that their texts are never given away.
update code c
   set skeleton = latin.skeleton
  from (select distinct on (brand_id, skeleton) brand_id, code_id, skeleton
          from (select brand_id, code_id,
                       translate(skeleton, 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺЅІЈАВЕЗКМНОРСТУХҮӀԚԜ', 'ABEZHIKMNOPTYXCMSIJABE3KMHOPCTYXYIQW')
                  from code
                 where skeleton ~ '[Α-Ԝ]') as t(brand_id, code_id, skeleton)
         order by brand_id, skeleton, code_id) latin
 where (c.brand_id, c.code_id) = (latin.brand_id, latin.code_id)
   and not exists (
       select
         from code twin
        where (twin.brand_id, twin.skeleton) = (latin.brand_id, latin.skeleton));
update code set disabled_at = now(), ended_at = now() where status = 'disabled';
alter table code
    add check ((status = 'disabled') = (disabled_at is not null)),
    add check ((coalesce(disabled_at, expires_at) is null) = (ended_at is null));

update code c
   set change = n.number
  from (select brand_id, code_id, row_number() over (partition by brand_id order by code_id) as number from code) n
 where (c.brand_id, c.code_id) = (n.brand_id, n.code_id);
insert into code_book (brand_id, changes)
select brand_id, coalesce(max(change), 0)
  from brand
  left join code using (brand_id)
 group by brand_id;
alter table code force row level security;
alter table brand force row level security;
create index code_by_change on code (brand_id, change);

-- A million codes that nobody owns need no place here.
drop index code_of_ambassador;
create index code_of_ambassador on code (brand_id, ambassador_id, code_id) where ambassador_id is not null;

-- What is left of a memorable code with at most one letter left out, hashed. Two codes within one edit share such a key,
-- and two that share one are within two edits: so the primary key alone forbids that one slip leads from a separated
-- personal or blanket code to another, whatever the application does. A key passes on when its code has been gone for long.
create table separation_key (
    brand_id bigint not null,
    key_hash bigint not null,
    code_id  bigint not null,
    -- No foreign key: no code is ever deleted, and a hundred thousand look-ups of codes that the same transaction has just
    -- made, of which the planner knows nothing yet, take minutes.
    primary key (brand_id, key_hash)
);

call herald_isolate(array['code_book', 'separation_key']::regclass[]);

-- Whether a slip of one edit is mended without asking the buyer.
alter table brand add column automatic_correction boolean not null default false;

-- What the buyer typed where it was mended.
alter table redemption add column corrected_from text;
alter table reservation add column corrected_from text;

-- A code's text, owner and campaign never change.
grant update (disabled_at, expires_at, ended_at, successor_id, change) on code to herald_app;
