-- Meetings of a body and everything that a session leaves behind.

create table matter (
    reference       text primary key,
    version         int         not null,
    year            int         not null,
    number          int         not null check (number > 0),
    body            text        not null references body (code),
    title           text        not null check (length(title) between 1 and 200),
    text            text        not null,
    proposed_by     text,
    status          text        not null check (status in ('BACKLOG', 'ON_AGENDA', 'CLOSED')),
    confidentiality text        not null check (confidentiality in ('PUBLIC', 'INTERNAL', 'RESTRICTED', 'SECRET')),
    created_at      timestamptz not null,
    unique (year, number)
);
create index matter_backlog on matter (body, created_at) where status = 'BACKLOG';

create table meeting (
    reference        text primary key,
    version          int         not null,
    body             text        not null references body (code),
    year             int         not null,
    number           int         not null check (number > 0),
    status           text        not null check (status in ('OPENED', 'PLANNED', 'CONVENED', 'HELD', 'CANCELLED', 'MINUTES_DRAFT', 'MINUTES_APPROVED')),
    session          int         not null check (session between 1 and 2),
    opened_by        text        not null,
    opened_at        timestamptz not null,
    starts_at        timestamptz,
    ends_at          timestamptz,
    previous_start   timestamptz,
    place            text,
    link             text,
    urgency_motive   text,
    change_reason    text,
    sequence         int         not null,
    convened_by      text,
    agenda_status    text        not null check (agenda_status in ('OPEN', 'SUBMITTED', 'RETURNED', 'APPROVED')),
    agenda_remark    text,
    agenda_pack      uuid,
    presided_by      text,
    recorded_by      text,
    recorded_at      timestamptz,
    closed_at        timestamptz,
    quorum_voting    int,
    quorum_required  int,
    quorum_present   int,
    quorum_reached   boolean,
    unique (body, year, number),
    check (ends_at > starts_at),
    check (status in ('OPENED', 'CANCELLED') or starts_at is not null)
);
create index meeting_by_start on meeting (starts_at);

-- one item for each time that a matter comes before a body
create table agenda_item (
    meeting     text not null references meeting,
    position    int  not null check (position > 0),
    matter      text not null references matter,
    title       text not null check (length(title) between 1 and 200),
    text        text not null,
    proposed_by text,
    outcome     text check (outcome in ('NOTED', 'RECOMMENDED', 'DECIDED', 'AMENDED', 'REJECTED', 'DEFERRED', 'WITHDRAWN')),
    discussion  text,
    primary key (meeting, position),
    unique (meeting, matter)
);
create index agenda_item_by_matter on agenda_item (matter);

-- who was convoked in which quality, and what became of it
create table attendance (
    meeting      text    not null references meeting,
    ordinal      int     not null,
    account      text    not null,
    name         text    not null,
    organisation text    not null,
    category     text    not null,
    role         text    not null,
    voting       boolean not null,
    answer       text check (answer in ('ACCEPTED', 'DECLINED', 'DELEGATED')),
    answered_at  timestamptz,
    alternate    text,
    remark       text,
    presence     text check (presence in ('PRESENT', 'EXCUSED', 'ABSENT', 'REPRESENTED')),
    primary key (meeting, account),
    check (answer <> 'DELEGATED' or alternate is not null),
    check (presence <> 'REPRESENTED' or alternate is not null)
);
create index attendance_by_account on attendance (account);

create table decision (
    reference text primary key,
    version   int  not null check (version > 0),
    meeting   text not null references meeting,
    position  int  not null,
    text      text not null check (length(text) > 0),
    foreign key (meeting, position) references agenda_item (meeting, position)
);
create index decision_by_meeting on decision (meeting);

-- the text of a decision before a reservation altered it; never changed again
create table decision_earlier_text (
    decision   text        not null references decision,
    version    int         not null,
    text       text        not null,
    altered_at timestamptz not null,
    primary key (decision, version)
);

create table action (
    reference    text primary key,
    version      int         not null,
    decision     text        not null references decision,
    meeting      text        not null references meeting,
    body         text        not null references body (code),
    title        text        not null check (length(title) between 1 and 200),
    owner        text        not null,
    organisation text        not null,
    due_on       date        not null,
    status       text        not null check (status in ('PLANNED', 'IN_PROGRESS', 'REPORTED_DONE', 'DONE', 'CANCELLED')),
    progress     int         not null check (progress between 0 and 100),
    closed_at    timestamptz,
    close_reason text
);
create index action_by_owner on action (owner) where status in ('PLANNED', 'IN_PROGRESS', 'REPORTED_DONE');
create index action_by_meeting on action (meeting);

create table action_progress (
    action      text        not null references action,
    ordinal     int         not null,
    reported_at timestamptz not null,
    reported_by text        not null,
    progress    int         not null check (progress between 0 and 100),
    comment     text        not null,
    evidence    text,
    primary key (action, ordinal)
);

-- a signature, given in the application or on paper; record of decisions and minutes alike
create table signed_document (
    meeting         text        not null references meeting,
    kind            text        not null check (kind in ('DECISION_RECORD', 'MINUTES')),
    version         int         not null check (version > 0),
    document        uuid        not null,
    sha256          char(64)    not null,
    earlier_sha256  char(64),
    signatory       text        not null,
    signed_at       timestamptz not null,
    paper_scan      uuid,
    paper_signed_on date,
    registry_number text,
    recorded_by     text        not null,
    sealed_at       timestamptz not null,
    primary key (meeting, kind, version),
    check ((paper_scan is null) = (registry_number is null)),
    check ((paper_scan is null) = (paper_signed_on is null)),
    check ((version = 1) = (earlier_sha256 is null))
);

create function committee_refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger signed_document_is_final before update or delete on signed_document
    for each row execute function committee_refuse_change();
create trigger decision_earlier_text_is_final before update or delete on decision_earlier_text
    for each row execute function committee_refuse_change();

create table minutes (
    meeting         text primary key references meeting,
    version         int         not null,
    edition         int         not null check (edition > 0),
    status          text        not null check (status in ('DRAFT', 'IN_REVIEW', 'TO_SIGN', 'SIGNED', 'SEALED')),
    introduction    text        not null,
    closing         text        not null,
    drafted_by      text,
    silence_ends_at timestamptz,
    return_remark   text,
    signatory       text,
    signed_at       timestamptz,
    paper_scan      uuid,
    paper_signed_on date,
    registry_number text
);

create table minutes_review (
    meeting     text        not null references minutes,
    account     text        not null,
    edition     int         not null,
    approved    boolean     not null,
    reviewed_at timestamptz not null,
    position    int,
    reservation text,
    accepted    boolean,
    reply       text,
    primary key (meeting, account, edition),
    check (approved = (reservation is null))
);

-- what happened to a meeting, in order; the page's timeline
create table meeting_history (
    id      bigint generated always as identity primary key,
    meeting text        not null references meeting,
    at      timestamptz not null,
    fact    text        not null,
    actor   text,
    detail  text
);
create index meeting_history_by_meeting on meeting_history (meeting, id);
create trigger meeting_history_is_final before update or delete on meeting_history
    for each row execute function committee_refuse_change();
