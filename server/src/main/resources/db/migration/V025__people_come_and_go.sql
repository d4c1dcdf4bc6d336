-- Who has left is kept: what he did stays his.
alter table person add column removed_at timestamptz;
