-- Secret ballots (rule C4). Until the count a vote lies in an envelope, sealed under a key that is not in this database;
-- the count opens the envelopes together, writes the papers without names in an order of their own, and destroys the
-- envelopes.

create table ballot (
    id              uuid primary key,
    meeting         text        not null,
    position        int         not null,
    session         int         not null,
    sitting         int         not null,
    question        text        not null check (length(question) between 1 and 1000),
    status          text        not null check (status in ('OPEN', 'COUNTED', 'VOID')),
    opened_by       text        not null,
    opened_at       timestamptz not null,
    closed_by       text,
    closed_at       timestamptz,
    foreign key (meeting, position) references agenda_item (meeting, position),
    check ((status = 'OPEN') = (closed_at is null)),
    check ((closed_by is null) = (closed_at is null))
);
create index ballot_by_meeting on ballot (meeting);
create unique index ballot_open on ballot (meeting, position) where status = 'OPEN';

-- the seats that vote, and who casts for each; nothing here says how
create table ballot_voter (
    ballot  uuid    not null references ballot,
    account text    not null,
    caster  text    not null,
    voted   boolean not null default false,
    primary key (ballot, account)
);
create index ballot_voter_by_caster on ballot_voter (caster, ballot);

-- one for each seat; gone after the count
create table ballot_envelope (
    ballot  uuid  not null,
    account text  not null,
    sealed  bytea not null,
    primary key (ballot, account),
    foreign key (ballot, account) references ballot_voter (ballot, account)
);

create table ballot_paper (
    id     uuid primary key,
    ballot uuid not null references ballot,
    choice text not null check (choice in ('FOR', 'AGAINST', 'ABSTAINED'))
);
create index ballot_paper_by_ballot on ballot_paper (ballot);
create trigger ballot_paper_is_final before update or delete on ballot_paper
    for each row execute function committee_refuse_change();
