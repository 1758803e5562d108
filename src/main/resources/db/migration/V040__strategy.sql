-- What the strategy's file brings. Empty texts are unknown and may be filled in later; confidence says how sure an
-- entry is, provenance where it comes from. The file only ever adds rows here: it never overwrites one.
create table strategy (
    code        varchar(20) primary key,
    name_fr     text        not null,
    name_ar     text,
    name_en     text,
    adopted_on  date,
    adopted_by  text,
    confidence  varchar(20) not null,
    provenance  text,
    -- one database, one strategy
    only_one    boolean     not null default true unique check (only_one)
);

create table strategic_objective (
    number      int primary key check (number > 0),
    name_fr     text        not null,
    name_ar     text,
    confidence  varchar(20) not null,
    provenance  text
);

create table region (
    iso         varchar(6) primary key check (iso ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
    name_fr     text        not null,
    name_ar     text,
    confidence  varchar(20) not null,
    provenance  text
);

create table organisation (
    code        varchar(20) primary key,
    name_fr     text,
    name_ar     text,
    kind        varchar(20) not null,
    valid_from  date,
    valid_to    date,
    successor   varchar(20) references organisation deferrable initially deferred,
    confidence  varchar(20) not null,
    provenance  text,
    check (valid_from is null or valid_to is null or valid_from <= valid_to),
    check (successor is distinct from code),
    check (name_fr is not null or confidence = 'UNKNOWN')
);

create table programme (
    number          int primary key check (number > 0),
    kind            varchar(20) not null check (kind in ('SECTORAL', 'CROSS_CUTTING')),
    name_fr         text        not null,
    name_ar         text,
    name_en         text,
    description_fr  text,
    lead            varchar(20) references organisation,
    lead_confidence varchar(20) not null,
    confidence      varchar(20) not null,
    provenance      text
);

create table specific_objective (
    code        varchar(10) primary key,
    position    int         not null,
    programme   int references programme,
    text_fr     text,
    text_ar     text,
    text_en     text,
    confidence  varchar(20) not null,
    provenance  text,
    check (text_fr is not null or confidence = 'UNKNOWN')
);
create index specific_objective_programme on specific_objective (programme);
