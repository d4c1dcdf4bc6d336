-- How a brand shows itself: its language, colour and shop. A colour is kept as the brand gave it; what is read on it and
-- beside it is computed, so that a pale one does no harm.
alter table brand
    add column language       text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
    add column currency       text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
    add column colour         text not null default '#a61e4d' check (colour ~ '^#[0-9a-f]{6}$'),
    -- Where links lead; empty until the brand says so.
    add column shop_url       text not null default '' check (length(shop_url) <= 500),
    -- The name under which the shop takes a code from a link.
    add column code_parameter text not null default 'code' check (code_parameter ~ '^[A-Za-z0-9_.-]{1,40}$');
