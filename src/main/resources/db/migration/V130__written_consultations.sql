-- Written consultation instead of a session (rule B7): one matter is put to the voting members of its body.
alter table matter
    drop constraint matter_status_check,
    add constraint matter_status_check check (status in ('BACKLOG', 'ON_AGENDA', 'CONSULTED', 'CLOSED'));

create table consultation (
    reference      text        primary key,
    version        int         not null,
    body           text        not null references body (code),
    year           int         not null,
    number         int         not null check (number > 0),
    matter         text        not null references matter,
    text_version   int         not null check (text_version > 0),
    -- what whoever agrees agrees to
    proposal       text        not null check (length(proposal) > 0),
    urgency_motive text,
    -- an expense: silence does not agree then
    money          boolean     not null,
    opened_by      text        not null,
    opened_at      timestamptz not null,
    ends_at        timestamptz not null check (ends_at > opened_at),
    status         text        not null check (status in
                       ('OPEN', 'AGREED', 'OBJECTED', 'UNANSWERED', 'WITHDRAWN', 'RATIFIED', 'NOT_RATIFIED')),
    closed_at      timestamptz,
    closed_by      text,
    -- why it was withdrawn, or why the session did not ratify it
    remark         text,
    -- the next session, which ratifies
    session        text        references meeting,
    ratified_at    timestamptz,
    unique (body, year, number),
    check ((status = 'OPEN') = (closed_at is null)),
    check (status not in ('RATIFIED', 'NOT_RATIFIED') or (session is not null and ratified_at is not null))
);
-- a matter is asked about once at a time
create unique index consultation_at_once on consultation (matter) where status in ('OPEN', 'AGREED');
create index consultation_by_matter on consultation (matter, opened_at);
create index consultation_to_ratify on consultation (body) where status = 'AGREED';

-- who was asked, and said what
create table consultation_answer (
    consultation text not null references consultation,
    ordinal      int  not null,
    account      text not null,
    answer       text check (answer in ('AGREED', 'OBJECTED')),
    comment      text,
    answered_at  timestamptz,
    primary key (consultation, account),
    check ((answer is null) = (answered_at is null)),
    check (answer is distinct from 'OBJECTED' or comment is not null)
);
