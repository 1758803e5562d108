-- Calls for projects (rule E1): what a call says is kept as one document, since it is read and approved as one.
create table grant_call (
    -- AAP-2027-01
    reference     varchar(20) primary key,
    year          int         not null,
    number        int         not null,
    kind          varchar(20) not null check (kind in ('ASSOCIATION', 'RESEARCH')),
    status        varchar(20) not null check (status in ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'CLOSED')),
    working_title text        not null check (length(working_title) between 1 and 200),
    terms         text check (jsonb_typeof(terms::jsonb) = 'object'),
    -- first and last instant of the window; both belong to it
    opens_at      timestamptz,
    closes_at     timestamptz,
    begun_by      varchar(64) not null,
    drafted_by    varchar(64),
    return_motive text,
    approved_by   varchar(64),
    published_at  timestamptz,
    closed_at     timestamptz,
    unique (year, number),
    check (opens_at < closes_at),
    check (status = 'DRAFT' or terms is not null),
    check ((status in ('PUBLISHED', 'CLOSED')) = (published_at is not null)),
    check ((status = 'CLOSED') = (closed_at is not null)),
    constraint drafted_and_approved_by_two check (approved_by <> drafted_by)
);
create index grant_call_published on grant_call (closes_at) where published_at is not null;
