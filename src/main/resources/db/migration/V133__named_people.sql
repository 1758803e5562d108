-- Who may know a secret matter beside chair, secretary and whoever proposed it (rule B8).
create table matter_named (
    matter  text        not null references matter,
    account text        not null,
    named_by text       not null,
    named_at timestamptz not null,
    primary key (matter, account)
);

-- who classified a matter, and as what; never changed
create table matter_classification (
    id      bigint generated always as identity primary key,
    matter  text        not null references matter,
    level   text        not null check (level in ('PUBLIC', 'INTERNAL', 'RESTRICTED', 'SECRET')),
    named   text        not null,
    by      text        not null,
    at      timestamptz not null
);
create index matter_classification_by_matter on matter_classification (matter, id);
create trigger matter_classification_is_final before update or delete on matter_classification
    for each row execute function committee_refuse_change();
