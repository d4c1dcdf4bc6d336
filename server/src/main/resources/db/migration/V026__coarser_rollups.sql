-- Why more than one rollup: a page about a year of a thousand campaigns would still read millions of rows of campaign,
-- code and day. Each of these holds what one kind of page reads, and is written by the same statement as the fine one.
create table rollup_campaign (
    brand_id     bigint not null references brand,
    campaign_id  bigint not null,
    day          date   not null,
    made         bigint not null,
    undone       bigint not null,
    first_orders bigint not null,
    revenue      bigint not null,
    discount     bigint not null,
    primary key (brand_id, campaign_id, day)
) with (fillfactor = 70);
create index rollup_campaign_of_day on rollup_campaign (brand_id, day);

create table rollup_ambassador (
    brand_id      bigint not null references brand,
    ambassador_id bigint not null,
    currency      text   not null,
    day           date   not null,
    made          bigint not null,
    undone        bigint not null,
    first_orders  bigint not null,
    revenue       bigint not null,
    discount      bigint not null,
    primary key (brand_id, ambassador_id, currency, day)
) with (fillfactor = 70);
-- Whose best days are asked for: read without looking at the rows themselves.
create index rollup_ambassador_of_day on rollup_ambassador (brand_id, currency, day, ambassador_id)
    include (made, undone, first_orders, revenue, discount);

create table rollup_code (
    brand_id      bigint not null references brand,
    campaign_id   bigint not null,
    code_id       bigint not null,
    -- 0 where nobody is credited.
    ambassador_id bigint not null,
    made          bigint not null,
    undone        bigint not null,
    first_orders  bigint not null,
    revenue       bigint not null,
    discount      bigint not null,
    primary key (brand_id, campaign_id, code_id, ambassador_id)
) with (fillfactor = 70);
create index rollup_code_of_code on rollup_code (brand_id, code_id);

-- The owner of the tables is held by the policies too, and a migration is of no brand.
alter table rollup no force row level security;
alter table campaign no force row level security;
insert into rollup_campaign
select brand_id, campaign_id, day, sum(made), sum(undone), sum(first_orders), sum(revenue), sum(discount)
  from rollup
 group by 1, 2, 3;
insert into rollup_ambassador
select brand_id, ambassador_id, currency, day, sum(made), sum(undone), sum(first_orders), sum(revenue), sum(discount)
  from rollup
  join campaign using (brand_id, campaign_id)
 where ambassador_id <> 0
 group by 1, 2, 3, 4;
insert into rollup_code
select brand_id, campaign_id, code_id, ambassador_id, sum(made), sum(undone), sum(first_orders), sum(revenue),
       sum(discount)
  from rollup
 group by 1, 2, 3, 4;
alter table rollup force row level security;
alter table campaign force row level security;
call herald_isolate(array['rollup_campaign', 'rollup_ambassador', 'rollup_code']::regclass[]);

-- Nobody reads the fine rollup by days of the whole brand any more.
drop index rollup_of_day;

-- Who is a member is asked of campaigns with a million codes that nobody owns.
create index code_of_member on code (brand_id, campaign_id, ambassador_id) where ambassador_id is not null;
