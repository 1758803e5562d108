-- What a body owes by its cadence (rule A2): one row for each period, from the day that it counts from to the day that a
-- meeting is due. A row is settled once: held by a meeting of its own, or missed, then with the chair's reason.
create table obligation (
    body         text        not null references body,
    -- day of the meeting, or date of the missed obligation, that the period counts from
    since        date        not null,
    cadence      varchar(20) not null,
    due_on       date        not null check (due_on > since),
    -- where due_on lies in a quiet period (rule A2b): the day that counts instead
    shifted_to   date check (shifted_to > due_on),
    outcome      text        not null check (outcome in ('OPEN', 'HELD', 'MISSED')),
    -- the meeting that was held; or the one whose chair is asked why none was
    meeting      text references meeting,
    settled_at   timestamptz,
    reason       text check (length(reason) between 1 and 2000),
    justified_by text,
    justified_at timestamptz,
    primary key (body, since),
    check ((outcome = 'OPEN') = (settled_at is null)),
    check (outcome <> 'OPEN' or meeting is null),
    check (outcome <> 'HELD' or meeting is not null),
    check (reason is null or outcome = 'MISSED'),
    check ((reason is null) = (justified_by is null) and (reason is null) = (justified_at is null))
);
create unique index obligation_open on obligation (body) where outcome = 'OPEN';
create unique index obligation_held on obligation (meeting) where outcome = 'HELD';
create index obligation_missed on obligation (meeting) where outcome = 'MISSED';

create function obligation_refuse_change() returns trigger language plpgsql as
$$
begin
    if old.outcome <> 'OPEN' and (new.outcome <> old.outcome or new.due_on <> old.due_on
            or new.shifted_to is distinct from old.shifted_to
            or (old.meeting is not null and new.meeting is distinct from old.meeting)
            or (old.reason is not null and new.reason is distinct from old.reason)) then
        raise exception 'the obligation of % since % is settled', old.body, old.since using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger obligation_is_settled_once before update on obligation
    for each row execute function obligation_refuse_change();

-- A meeting that the cadence opened was opened by nobody; a body has at most one such that is still to be held.
alter table meeting alter column opened_by drop not null;
create unique index meeting_opened_by_cadence on meeting (body)
    where opened_by is null and status in ('OPENED', 'PLANNED', 'CONVENED');
create index meeting_of_body on meeting (body, starts_at);
