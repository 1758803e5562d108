-- Whether a session whose day became a day off keeps its date (rule D2): asked once for each meeting and day.
create table holiday_question (
    meeting       text        not null references meeting,
    day           date        not null,
    -- the last time: a day off that was withdrawn before the answer and ruled on again is asked about again
    asked_at      timestamptz not null,
    maintained_at timestamptz,
    maintained_by text,
    motive        text,
    primary key (meeting, day),
    check ((maintained_at is null) = (maintained_by is null) and (maintained_at is null) = (motive is null))
);
