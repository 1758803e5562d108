-- The decision of the head of government that a session of a body which meets by decision only rests on (rule A2).
create table convening_decision (
    meeting    text primary key references meeting,
    reference  text not null check (reference ~ '\S' and length(reference) <= 100),
    decided_on date not null
);
create trigger convening_decision_is_final before update or delete on convening_decision
    for each row execute function committee_refuse_change();

-- What the secretariat prepares on each item of such a session.
create table briefing (
    meeting     text        not null references meeting,
    matter      text        not null references matter,
    text        text        not null check (text ~ '\S'),
    prepared_by text        not null,
    prepared_at timestamptz not null,
    primary key (meeting, matter)
);
