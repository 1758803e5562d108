-- A matter that was deferred twice and that the chair takes off the agenda for good (rule B5).
create table matter_dropped (
    matter     text        primary key references matter,
    meeting    text        not null references meeting,
    motive     text        not null,
    dropped_by text        not null,
    dropped_at timestamptz not null
);
