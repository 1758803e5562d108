-- Levels of the tree of bodies are data of the strategy (rule A1): which process a level meets by, and whose rules it
-- follows in the decision tables.
create table body_level (
    code     varchar(20) primary key check (code ~ '^[A-Z][A-Z0-9]*$'),
    -- the highest first
    position int         not null,
    name_fr  text        not null,
    name_ar  text,
    name_en  text,
    process  varchar(40) not null
        check (process in ('PROGRAMME_COMMITTEE_MEETING', 'STEERING_REVIEW', 'INTERMINISTERIAL_SESSION')),
    rules    varchar(20) not null
);

-- the levels of the bodies that are there already; the strategy's file names them all
insert into body_level (code, position, name_fr, process, rules)
select known.code, known.position, known.code, known.process, known.code
  from (values ('CI', 1, 'INTERMINISTERIAL_SESSION'), ('COPIL', 2, 'STEERING_REVIEW'),
               ('CP', 3, 'PROGRAMME_COMMITTEE_MEETING')) as known (code, position, process)
 where exists (select from body where level = known.code);

alter table body
    drop constraint body_level_check,
    alter column level type varchar(20),
    add constraint body_level_known foreign key (level) references body_level;
