-- Who stands in for a member of a body during an absence (rule A1b). What was done meanwhile stays done by whoever did it.
create table absence (
    id         uuid        primary key,
    body       varchar(20) not null references body,
    account    varchar(64) not null,
    substitute varchar(64) not null,
    valid_from date        not null,
    -- last day, included
    valid_to   date        not null,
    set_by     varchar(64) not null,
    set_at     timestamptz not null,
    ended_by   varchar(64),
    ended_at   timestamptz,
    -- when the member's tasks came back
    closed_at  timestamptz,
    version    int         not null,
    check (valid_from <= valid_to),
    check (account <> substitute),
    check ((ended_by is null) = (ended_at is null))
);
create index absence_open on absence (valid_from) where closed_at is null;
create index absence_account on absence (account, valid_to);
