-- What programmes report to the steering review (rule C7): one report for each programme committee and quarter.
create table progress_report (
    reference     text        primary key,
    version       int         not null,
    body          text        not null references body (code),
    period        text        not null check (period ~ '^\d{4}-Q[1-4]$'),
    -- the meeting of the body above that it feeds
    review        text        not null references meeting,
    requested_at  timestamptz not null,
    status        text        not null check (status in ('REQUESTED', 'SUBMITTED', 'VALIDATED')),
    narrative     text        not null,
    risks         text        not null,
    return_remark text,
    submitted_by  text,
    submitted_at  timestamptz,
    validated_by  text,
    validated_at  timestamptz,
    validation    text check (validation in ('SESSION', 'CONSULTATION', 'CHAIR')),
    -- when the review went on without waiting any longer
    closed_at     timestamptz,
    -- when the next quarter was asked for instead
    superseded_at timestamptz,
    unique (body, period),
    check ((status = 'VALIDATED') = (validated_at is not null)),
    check ((validated_at is null) = (validation is null)),
    check (status = 'REQUESTED' or submitted_at is not null)
);
create index progress_report_by_review on progress_report (review);

create table progress_indicator (
    report  text    not null references progress_report on delete cascade,
    ordinal int     not null,
    name    text    not null,
    unit    text    not null,
    target  numeric,
    value   numeric not null,
    primary key (report, ordinal)
);

-- dirhams since the beginning of the year
create table progress_budget_line (
    report    text           not null references progress_report on delete cascade,
    ordinal   int            not null,
    line      text           not null,
    planned   numeric(15, 2) not null check (planned >= 0),
    committed numeric(15, 2) not null check (committed >= 0),
    paid      numeric(15, 2) not null check (paid >= 0 and paid <= committed),
    primary key (report, ordinal)
);

-- what a programme asks the body above to settle
create table progress_request (
    report  text not null references progress_report on delete cascade,
    ordinal int  not null,
    title   text not null,
    text    text not null,
    matter  text references matter,
    primary key (report, ordinal)
);

-- the secretariat's summary of a quarter, once for each review
create table progress_summary (
    review          text        primary key references meeting,
    text            text        not null,
    consolidated_by text        not null,
    consolidated_at timestamptz not null
);

alter table referral drop constraint referral_way_check,
    add constraint referral_way_check check (way in ('REFERRED_UP', 'DEFERRED', 'ARBITRATION'));
