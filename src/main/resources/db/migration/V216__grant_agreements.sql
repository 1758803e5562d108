-- What follows an award (rules E6 and E7): the agreement or decision, its instalments, their payment and the reports.
create table grant_agreement (
    -- CONV-2026-0001 for a partnership agreement, DEC-2026-0001 for a decision of the authorising officer
    reference            varchar(20)    primary key,
    version              int            not null,
    form                 varchar(10)    not null check (form in ('AGREEMENT', 'DECISION')),
    year                 int            not null,
    number               int            not null,
    call                 varchar(20)    not null references envelope,
    application          varchar(30)    not null unique,
    organisation         varchar(20)    not null references organisation,
    title                text           not null,
    amount               numeric(15, 2) not null check (amount > 0),
    -- account of who verified the file, and of who authorised the award
    verified_by          varchar(64)    not null,
    awarded_by           varchar(64)    not null,
    awarded_at           timestamptz    not null,
    status               varchar(20)    not null check (status in (
        'PREPARING', 'WITH_ASSOCIATION', 'WITH_AUTHORITY', 'IN_EXECUTION', 'SUSPENDED', 'CLOSED', 'TERMINATED')),
    starts_on            date,
    ends_on              date,
    conditions           text           not null default '',
    prepared_by          varchar(64),
    prepared_at          timestamptz,
    -- why the authority did not sign, until it is prepared again
    return_motive        text,
    association_signatory text,
    association_signed_at timestamptz,
    association_document uuid references stored_document,
    signed_by            varchar(64),
    signed_at            timestamptz,
    -- of a suspension, a termination, or a closing remark
    motive               text,
    ended_by             varchar(64),
    ended_at             timestamptz,
    unique (form, year, number),
    check (starts_on < ends_on),
    -- whoever verified the file does not authorise it (rule E6)
    constraint verified_and_signed_by_two check (signed_by <> verified_by and signed_by <> prepared_by),
    check ((status in ('CLOSED', 'TERMINATED')) = (ended_at is not null))
);

create table grant_instalment (
    agreement     varchar(20)    not null references grant_agreement,
    position      int            not null,
    number        int            not null check (number = position + 1),
    share         int            not null check (share between 1 and 100),
    amount        numeric(15, 2) not null check (amount > 0),
    status        varchar(20)    not null check (status in ('SCHEDULED', 'APPROVED', 'PAID', 'WITHHELD')),
    -- last day for the report on how it was used
    report_due_on date,
    primary key (agreement, position)
);

-- The chain of a payment, as finance records it; what the association sees.
create table grant_payment_step (
    id          bigint generated always as identity primary key,
    agreement   varchar(20) not null references grant_agreement,
    instalment  int         not null,
    step        varchar(10) not null check (step in ('VISA', 'ORDER', 'PAYMENT', 'REJECTION')),
    done_on     date        not null,
    reference   text        not null check (length(reference) between 1 and 100),
    budget_year int         not null,
    remark      text        not null default '',
    recorded_by varchar(64) not null,
    recorded_at timestamptz not null,
    check (step <> 'REJECTION' or remark <> '')
);
create index grant_payment_step_of_agreement on grant_payment_step (agreement, instalment, id);
create unique index grant_instalment_paid_once on grant_payment_step (agreement, instalment) where step = 'PAYMENT';
create trigger grant_payment_step_append_only
    before update or delete or truncate on grant_payment_step
    for each statement execute function append_only();

-- Report n accounts for instalment n; one that is returned is handed in again in another round.
create table grant_report (
    agreement    varchar(20)    not null references grant_agreement,
    number       int            not null,
    round        int            not null,
    narrative    uuid           not null references stored_document,
    financial    uuid           not null references stored_document,
    spent        numeric(15, 2) not null check (spent >= 0),
    submitted_by text           not null,
    submitted_at timestamptz    not null,
    verdict      varchar(10) check (verdict in ('ACCEPTED', 'RETURNED')),
    motive       text,
    reviewed_by  varchar(64),
    reviewed_at  timestamptz,
    primary key (agreement, number, round),
    check ((verdict is null) = (reviewed_at is null)),
    check (verdict is distinct from 'RETURNED' or length(motive) > 0)
);
create unique index grant_report_waits_once on grant_report (agreement, number) where verdict is null;
create unique index grant_report_accepted_once on grant_report (agreement, number) where verdict = 'ACCEPTED';

-- Where an association is paid (rule E7): a change needs proof and two people.
create table bank_details (
    id           bigint generated always as identity primary key,
    organisation varchar(20) not null references organisation,
    rib          char(24)    not null check (rib ~ '^[0-9]{24}$'),
    holder       text        not null check (length(holder) between 1 and 200),
    proof        uuid        not null references stored_document,
    proposed_by  varchar(64) not null,
    proposed_at  timestamptz not null,
    confirmed_by varchar(64),
    confirmed_at timestamptz,
    refused_by   varchar(64),
    refused_at   timestamptz,
    motive       text,
    constraint bank_details_need_two_people check (confirmed_by <> proposed_by),
    check (confirmed_at is null or refused_at is null)
);
create unique index bank_details_proposed_once on bank_details (organisation)
    where confirmed_at is null and refused_at is null;
create index bank_details_of_organisation on bank_details (organisation, id);
