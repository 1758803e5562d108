-- Opinions that a secretariat asks ministries and partners for (rule B6): of a person, or of those who hold an office.
create table opinion_request (
    reference  text        primary key,
    version    int         not null,
    body       text        not null references body (code),
    year       int         not null,
    number     int         not null check (number > 0),
    matter     text        not null references matter,
    -- an account, or an office of a body such as CP2-secretary
    person     text,
    office     text,
    question   text        not null check (length(question) > 0),
    opened_by  text        not null,
    opened_at  timestamptz not null,
    due_at     timestamptz not null check (due_at > opened_at),
    status     text        not null check (status in ('OPEN', 'GIVEN', 'NONE_GIVEN', 'WITHDRAWN')),
    position   text        check (position in ('FAVOURABLE', 'WITH_RESERVATIONS', 'UNFAVOURABLE')),
    opinion    text,
    given_by   text,
    closed_at  timestamptz,
    -- why it was withdrawn
    remark     text,
    unique (body, year, number),
    check ((person is null) <> (office is null)),
    check ((status = 'OPEN') = (closed_at is null)),
    check ((status = 'GIVEN') = (position is not null and opinion is not null and given_by is not null))
);
create index opinion_request_by_matter on opinion_request (matter, opened_at);
-- somebody is asked about a matter once at a time
create unique index opinion_request_at_once on opinion_request (matter, coalesce(person, office)) where status = 'OPEN';
