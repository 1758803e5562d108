-- The ledger of deadlines: which reminder or escalation of which task went to whom, and when. Append-only; the unique
-- constraint is what makes each step reach each person once, whatever the clock, an outage or a second node did.
create table deadline_notice (
    id           bigint generated always as identity primary key,
    task_id      text        not null,
    task_kind    text        not null,
    task_name    text        not null,
    business_key text        not null,
    what         text        not null check (what in ('REMINDER', 'ESCALATION')),
    step         integer     not null check (step between 1 and case what when 'REMINDER' then 2 else 3 end),
    rung         text        not null check (rung in ('ASSIGNEE', 'SECRETARY', 'CHAIR', 'PARENT_SECRETARIAT', 'COORDINATOR')),
    recipient    text        not null,
    due_at       timestamptz not null,
    noticed_at   timestamptz not null,
    unique (task_id, what, step, recipient)
);

create index deadline_notice_business_key on deadline_notice (business_key, id);

create trigger deadline_notice_append_only
    before update or delete or truncate on deadline_notice
    for each statement execute function append_only();
