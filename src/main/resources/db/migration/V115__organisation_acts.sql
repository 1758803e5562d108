-- By which act an organisation was founded, renamed, merged, split or closed (rule A1b), and under which names. What was
-- recorded stays: documents keep the names of their day, and an organisation's page shows where it comes from.
create table organisation_act (
    id           bigint generated always as identity primary key,
    kind         varchar(10)  not null check (kind in ('FOUNDED', 'RENAMED', 'MERGED', 'SPLIT', 'CLOSED')),
    -- number of the act
    act          text         not null check (length(act) between 1 and 200),
    -- first day on which it holds; the last day for an organisation that closes
    effective_on date         not null,
    recorded_by  varchar(64)  not null,
    recorded_at  timestamptz  not null
);

-- who was part of it, before and after: a renamed organisation is both, under its two names
create table organisation_act_part (
    act          bigint       not null references organisation_act,
    organisation varchar(20)  not null references organisation,
    side         varchar(10)  not null check (side in ('BEFORE', 'AFTER')),
    name_fr      text,
    name_ar      text,
    name_en      text,
    primary key (act, organisation, side)
);
create index organisation_act_part_organisation on organisation_act_part (organisation);

create trigger organisation_act_append_only
    before update or delete or truncate on organisation_act
    for each statement execute function append_only();
create trigger organisation_act_part_append_only
    before update or delete or truncate on organisation_act_part
    for each statement execute function append_only();
