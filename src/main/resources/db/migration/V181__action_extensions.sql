-- When, by whom and why an action was given more time; its day in action.due_on is the latest.
create table action_extension (
    action      text        not null references action,
    ordinal     int         not null,
    due_before  date        not null,
    due_on      date        not null check (due_on > due_before),
    reason      text        not null check (length(reason) between 1 and 2000),
    extended_by text        not null,
    extended_at timestamptz not null,
    primary key (action, ordinal)
);
