-- Why: an ambassador's page asks for the uses of his few codes; without this it would read whole campaigns.
create index rollup_of_code on rollup (brand_id, code_id);
