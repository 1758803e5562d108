-- The tree of bodies (rule A1) and who sits in them, with dates: a mandate that ended stays as history.
create table body (
    code                  varchar(20) primary key check (code ~ '^[A-Z][A-Z0-9]*$'),
    position              int         not null,
    name_fr               text        not null,
    name_ar               text,
    name_en               text,
    level                 varchar(10) not null check (level in ('CP', 'COPIL', 'CI')),
    parent                varchar(20) references body,
    programme             int references programme,
    -- ISO 8601 period between two meetings; empty: meets by decision only (rule A2)
    cadence               varchar(20),
    cadence_confidence    varchar(20) not null,
    partners_vote         boolean     not null default false,
    provenance            text,
    check (parent is distinct from code)
);

create table membership (
    id          uuid primary key,
    -- the chair that people follow one another on, such as CP11.m1
    seat        varchar(40) not null,
    body        varchar(20) not null references body,
    role        varchar(20) not null
        check (role in ('CHAIR', 'VICE_CHAIR', 'SECRETARY', 'FULL_MEMBER', 'ALTERNATE', 'OBSERVER', 'GUEST')),
    organisation varchar(20) references organisation,
    category    varchar(30) not null
        check (category in ('INSTITUTION', 'INTERNATIONAL_PARTNER', 'CIVIL_SOCIETY', 'ACADEMIA', 'PRIVATE_SECTOR')),
    -- empty: the seat is vacant during these dates
    account     varchar(64),
    valid_from  date        not null,
    valid_to    date,
    interim     boolean     not null default false,
    act         varchar(100),
    -- for an alternate: the seat it replaces
    alternate_of varchar(40),
    assumption  boolean     not null default false,
    version     int         not null,
    check (valid_to is null or valid_from <= valid_to),
    check (not interim or (role = 'CHAIR' and act is not null and account is not null and valid_to is not null)),
    check (alternate_of is null or role = 'ALTERNATE')
);
create unique index membership_open_seat on membership (seat) where valid_to is null and not interim;
create index membership_body on membership (body, valid_from);
create index membership_account on membership (account) where account is not null;
