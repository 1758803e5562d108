-- Files of matters (rule B1), which the agenda pack brings (rule C2). One that was withdrawn stays on record.
create table matter_paper (
    document     uuid        primary key references stored_document,
    -- in the order they came
    number       bigint      generated always as identity,
    matter       text        not null references matter,
    -- of a PDF, whose pages are bound into the pack
    pages        int         check (pages > 0),
    added_by     text        not null,
    added_at     timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    -- when the first pack that lists it left; from then on it stays
    packed_at    timestamptz,
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (withdrawn_at is null or packed_at is null)
);
create index matter_paper_by_matter on matter_paper (matter, number);

-- Files that show how far an action is (rule C6).
create table action_evidence (
    document uuid        primary key references stored_document,
    number   bigint      generated always as identity,
    action   text        not null references action,
    added_by text        not null,
    added_at timestamptz not null
);
create index action_evidence_by_action on action_evidence (action, number);
create trigger action_evidence_is_final before update or delete on action_evidence
    for each row execute function committee_refuse_change();
