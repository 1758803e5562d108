-- The days that a replay played in this database; empty where people do everything themselves.
create table simulated_period (
    only_one  boolean primary key default true check (only_one),
    first_day date    not null,
    last_day  date    not null,
    check (first_day <= last_day)
);
