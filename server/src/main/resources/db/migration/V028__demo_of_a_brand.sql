-- The brand of test data that somebody of this brand looks around in.
alter table brand add column demo_id bigint;
