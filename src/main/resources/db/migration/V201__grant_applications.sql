-- Applications of associations to calls (rules E1b to E3), from the first line of a draft.
create table grant_application (
    id                uuid         primary key,
    version           int          not null,
    call              varchar(20)  not null references grant_call,
    organisation      varchar(20)  not null references organisation,
    on_paper          boolean      not null,
    begun_by          text         not null,
    status            varchar(20)  not null check (status in (
        'DRAFT', 'IN_VERIFICATION', 'COMPLETION_AWAITED', 'ADMISSIBLE', 'INADMISSIBLE', 'WITHDRAWN')),
    content           text         not null check (jsonb_typeof(content::jsonb) = 'object'),
    saved_at          timestamptz  not null,
    -- allotted at the submission: AAP-2027-01-0042
    number            int,
    reference         varchar(30)  unique,
    submitted_at      timestamptz,
    submitted_by      text,
    -- account of the officer who verified it last
    verified_by       varchar(64),
    verified_at       timestamptz,
    completion_due_on date,
    completed_at      timestamptz,
    completed_by      text,
    -- why it is inadmissible or was withdrawn
    motive            text,
    ended_at          timestamptz,
    unique (call, number),
    check ((status = 'DRAFT') = (reference is null)),
    check ((reference is null) = (number is null) and (reference is null) = (submitted_at is null)),
    check ((status in ('INADMISSIBLE', 'WITHDRAWN')) = (ended_at is not null)),
    check (status <> 'INADMISSIBLE' or length(motive) > 0)
);
create unique index grant_application_one_per_call on grant_application (call, organisation)
    where status <> 'WITHDRAWN';
create index grant_application_of_organisation on grant_application (organisation, saved_at);

-- One document for each line of the call's checklist and round: 1 submitted, 2 in answer to a completion request.
create table grant_application_document (
    application uuid        not null references grant_application,
    code        varchar(30) not null,
    round       int         not null check (round in (1, 2)),
    document    uuid        not null references stored_document,
    attached_by text        not null,
    attached_at timestamptz not null,
    verdict     varchar(10) check (verdict in ('ACCEPTED', 'RETURNED')),
    reason      text,
    primary key (application, code, round),
    check (verdict is distinct from 'RETURNED' or length(reason) > 0)
);
