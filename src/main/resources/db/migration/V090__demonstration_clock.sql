-- How far the demonstration's clock is ahead of the real one; only the demonstration reads it.
create table demonstration_clock (
    only_one       boolean primary key default true check (only_one),
    offset_millis  bigint  not null check (offset_millis >= 0)
);
