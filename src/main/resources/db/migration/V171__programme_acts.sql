-- A programme ends by an act (rule A1b): it merges into another, or closes and leaves what is open to the body above. Its
-- committee meets no more; what was open there goes on elsewhere, and old documents keep the old names.
create table programme_act (
    programme    int         primary key references programme,
    -- into which it merges; null when it closes
    successor    int references programme,
    -- number of the act
    act          text        not null check (length(act) between 1 and 200),
    -- first day on which it holds
    effective_on date        not null,
    reason       text        not null check (length(reason) between 1 and 2000),
    recorded_by  varchar(64) not null,
    recorded_at  timestamptz not null,
    check (successor <> programme)
);
create trigger programme_act_append_only
    before update or delete or truncate on programme_act
    for each statement execute function append_only();

alter table body
    -- from this day on it plans no new meeting
    add column closed_on   date,
    -- the body that takes over
    add column successor   varchar(20) references body,
    -- last day on which its own people hold their seats: that of its last session
    add column seats_until date,
    add constraint body_closes_into_another check (
        (closed_on is null) = (successor is null) and (closed_on is null) = (seats_until is null)
        and successor is distinct from code and (closed_on is null or cadence is null));

-- a matter that waited in a body that closed goes on before the one that takes over: no session sent it
alter table referral
    alter column sent_by drop not null,
    drop constraint referral_way_check,
    add constraint referral_way_check check (way in ('REFERRED_UP', 'DEFERRED', 'ARBITRATION', 'REFERRED', 'MOVED')),
    add constraint referral_moves_by_no_session check ((way = 'MOVED') = (sent_by is null));

-- or ends with it, by the act instead of on an agenda
alter table matter_dropped
    alter column meeting drop not null,
    add column act text,
    add constraint matter_dropped_by_one check ((meeting is null) <> (act is null));
