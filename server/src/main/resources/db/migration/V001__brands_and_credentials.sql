-- Why row-level security from the first table on: a brand that could see another's rows is the one fault that cannot be
-- undone. The application runs as herald_app, which owns nothing and may not bypass a policy; every transaction names
-- its brands in the setting herald.brands, and a transaction that names none sees no row.

grant usage on schema public to herald_app;
alter default privileges in schema public grant select, insert, update, delete on tables to herald_app;

create function herald_brands() returns bigint[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('herald.brands', true), ''), '{}')::bigint[];

-- Called by each migration for each table of a brand, so that no table is forgotten half-way.
create procedure herald_isolate(tables regclass[])
    language plpgsql as $$
declare
    one regclass;
begin
    foreach one in array tables loop
        execute format('alter table %s enable row level security', one);
        execute format('alter table %s force row level security', one);
        execute format(
            'create policy own_brand on %s using (brand_id = any ((select herald_brands())::bigint[]))', one);
    end loop;
end $$;

create table brand (
    brand_id   bigint      primary key,
    name       text        not null check (length(name) between 1 and 100),
    mode       text        not null check (mode in ('live', 'test')),
    -- The key of the keyed hashes of customers, orders and idempotency keys: no two brands hash alike.
    secret     bytea       not null check (octet_length(secret) = 32),
    time_zone  text        not null default 'UTC',
    created_at timestamptz not null default now()
);

create table person (
    brand_id   bigint      not null references brand,
    person_id  bigint      not null,
    name       text        not null,
    role       text        not null check (role in ('owner')),
    created_at timestamptz not null default now(),
    primary key (brand_id, person_id)
);

call herald_isolate(array['brand', 'person']::regclass[]);

-- The only table read before the brand is known: whoever shows the secret is told whose it is. It holds no plain
-- secret, and nothing else about the brand.
create table credential (
    hash          bytea       primary key check (octet_length(hash) = 32),
    kind          text        not null check (kind in ('api_key', 'setup_link', 'console_link', 'session', 'portal_link')),
    credential_id bigint      not null,
    brand_id      bigint      references brand,
    -- The person, ambassador or key that the secret stands for.
    subject_id    bigint      not null,
    scope         text        not null default '',
    -- What may be shown of an API key after it was made.
    hint          text        not null default '',
    created_at    timestamptz not null default now(),
    expires_at    timestamptz,
    last_used_at  timestamptz,
    revoked_at    timestamptz,
    check ((brand_id is null) = (kind = 'setup_link'))
);
create index credential_of_brand on credential (brand_id, kind, credential_id);
