-- What administrators changed, by whom and when, with the value before and after. Nothing is altered or removed: a
-- mistake is corrected by another change.
create table admin_change (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    account varchar(64) not null,
    -- what it is about, by its reference: a seat, a body, an entry of the strategy
    subject varchar(64) not null,
    what    varchar(40) not null,
    before  text,
    after   text,
    -- act, source or reason that was given
    act     text check (length(act) between 1 and 500)
);
create index admin_change_subject on admin_change (subject, id);

create trigger admin_change_append_only
    before update or delete or truncate on admin_change
    for each statement execute function append_only();

-- What may be filled in besides what the file brings, and a version of each entry: the second of two who edit one is
-- told instead of overwriting the first.
alter table strategy            add column version int not null default 0;
alter table strategic_objective add column version int not null default 0, add column name_en text;
alter table region              add column version int not null default 0, add column name_en text;
alter table programme           add column version int not null default 0;
alter table specific_objective  add column version int not null default 0;
alter table organisation
    add column version       int not null default 0,
    add column name_en       text,
    add column contact_name  text,
    add column contact_email text,
    add column contact_phone text;
