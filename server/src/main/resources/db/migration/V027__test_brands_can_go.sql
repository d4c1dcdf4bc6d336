-- Why a procedure with its owner's rights: the application may delete neither redemptions nor codes, and shall not be able
-- to; but the data of a test brand are nobody's sales. It takes any table that has brands, also those of later migrations,
-- in whatever order their references allow.
create function herald_remove_test_brand(doomed bigint) returns void
    language plpgsql security definer
    set search_path = pg_catalog, public
    as $$
declare
    waiting text[];
    left_over text[];
    one text;
begin
    if not exists (
        select
          from public.brand
         where brand_id = doomed
           and mode = 'test'
           and brand_id = any (public.herald_brands())
           for update
    ) then
        raise exception 'Only a test brand of this transaction can be removed';
    end if;
    select array_agg(format('%I.%I', table_schema, table_name) order by table_name)
      into waiting
      from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public'
       and column_name = 'brand_id'
       and table_type = 'BASE TABLE';
    while waiting is not null loop
        left_over := null;
        foreach one in array waiting loop
            begin
                execute format('delete from %s where brand_id = $1', one) using doomed;
            exception
                when foreign_key_violation then left_over := left_over || one;
            end;
        end loop;
        if left_over = waiting then
            raise exception 'Tables refer to each other: %', left_over;
        end if;
        waiting := left_over;
    end loop;
end $$;
revoke execute on function herald_remove_test_brand(bigint) from public;
grant execute on function herald_remove_test_brand(bigint) to herald_app;
