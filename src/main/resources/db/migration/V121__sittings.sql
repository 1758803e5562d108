-- A session that was suspended has several sittings under one reference, each with its own attendance and quorum.

alter table meeting add column sitting int not null default 1 check (sitting > 0);

create table sitting (
    meeting           text        not null references meeting,
    number            int         not null check (number > 0),
    starts_at         timestamptz not null,
    ends_at           timestamptz not null check (ends_at > starts_at),
    place             text        not null,
    presided_by       text        not null,
    quorum_voting     int         not null,
    quorum_required   int         not null,
    quorum_present    int         not null,
    -- why it was interrupted; empty for the one that ended the session
    suspended_because text,
    primary key (meeting, number)
);

create table sitting_attendance (
    meeting      text    not null,
    number       int     not null,
    ordinal      int     not null,
    account      text    not null,
    name         text    not null,
    organisation text    not null,
    category     text    not null,
    role         text    not null,
    voting       boolean not null,
    alternate    text,
    presence     text    not null,
    primary key (meeting, number, account),
    foreign key (meeting, number) references sitting on delete cascade
);
