-- The thread of a matter (rules B1 to B3): where it was opened, where it went, the texts that it had, what came back.

-- Passages are counted: each time that a matter comes before a body is one, and has one agenda item when it is dealt
-- with. The first is where the matter was opened, every later one is a referral.
alter table matter
    add column first_body   text references body (code),
    add column passage      int not null default 1 check (passage > 0),
    add column text_version int not null default 1 check (text_version > 0);
update matter set first_body = body;
alter table matter alter column first_body set not null;

alter table agenda_item
    add column passage      int not null default 1 check (passage > 0),
    add column text_version int not null default 1 check (text_version > 0),
    drop constraint agenda_item_outcome_check,
    add constraint agenda_item_outcome_check check (outcome in
        ('NOTED', 'RECOMMENDED', 'DECIDED', 'AMENDED', 'REJECTED', 'DEFERRED', 'REFERRED_UP', 'WITHDRAWN'));

create table referral (
    matter       text        not null references matter,
    passage      int         not null check (passage > 1),
    body         text        not null references body (code),
    way          text        not null check (way in ('REFERRED_UP', 'DEFERRED')),
    sent_by      text        not null references meeting,
    text_version int         not null check (text_version > 0),
    sent_at      timestamptz not null,
    primary key (matter, passage)
);
create index referral_by_sender on referral (sent_by);
create trigger referral_is_final before update or delete on referral
    for each row execute function committee_refuse_change();

-- what was deferred before this table existed
with dealt as (
    select i.meeting, i.position, i.matter, i.outcome, m.body, m.recorded_at,
           row_number() over (partition by i.matter order by m.recorded_at nulls last, m.reference) as passage
    from agenda_item i join meeting m on m.reference = i.meeting
)
update agenda_item i set passage = d.passage
from dealt d where d.meeting = i.meeting and d.position = i.position and d.passage > 1;
insert into referral (matter, passage, body, way, sent_by, text_version, sent_at)
select i.matter, i.passage + 1, m.body, 'DEFERRED', i.meeting, 1, coalesce(m.recorded_at, m.opened_at)
from agenda_item i join meeting m on m.reference = i.meeting
where i.outcome = 'DEFERRED' and m.status in ('MINUTES_DRAFT', 'MINUTES_APPROVED');
update matter s set passage = r.passage
from (select matter, max(passage) as passage from referral group by matter) r where r.matter = s.reference;

-- the text of a matter before it was corrected; never changed again
create table matter_earlier_text (
    matter      text        not null references matter,
    version     int         not null check (version > 0),
    title       text        not null,
    text        text        not null,
    replaced_at timestamptz not null,
    replaced_by text        not null,
    motive      text        not null,
    primary key (matter, version)
);
create trigger matter_earlier_text_is_final before update or delete on matter_earlier_text
    for each row execute function committee_refuse_change();

-- what a body above decided, on its way back to a body that the matter came from
create table extract (
    meeting         text        not null references meeting,
    matter          text        not null references matter,
    body            text        not null references body (code),
    sent_at         timestamptz not null,
    due_at          timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    way             text check (way in ('SECRETARY', 'DEADLINE', 'COORDINATOR')),
    motive          text,
    primary key (meeting, matter, body),
    check ((acknowledged_at is null) = (way is null)),
    check ((acknowledged_by is not null) = coalesce(way in ('SECRETARY', 'COORDINATOR'), false)),
    check ((motive is not null) = coalesce(way = 'COORDINATOR', false))
);
create index extract_open on extract (body) where acknowledged_at is null;
