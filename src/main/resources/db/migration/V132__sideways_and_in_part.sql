-- A matter goes to another committee (rule B4b), or is adopted in part and split (rule B1).
alter table agenda_item
    drop constraint agenda_item_outcome_check,
    add constraint agenda_item_outcome_check check (outcome in
        ('NOTED', 'RECOMMENDED', 'DECIDED', 'AMENDED', 'REJECTED', 'DEFERRED', 'REFERRED_UP', 'REFERRED',
         'ADOPTED_IN_PART', 'WITHDRAWN'));

alter table referral
    drop constraint referral_way_check,
    add constraint referral_way_check check (way in ('REFERRED_UP', 'DEFERRED', 'ARBITRATION', 'REFERRED'));

-- where an item goes that is referred to another committee, and what becomes of the part that was not adopted
create table item_onward (
    meeting      text not null,
    position     int  not null,
    referred_to  text references body (code),
    adopted      text,
    rest         text,
    rest_outcome text check (rest_outcome in ('REJECTED', 'DEFERRED', 'REFERRED_UP')),
    primary key (meeting, position),
    check ((rest is null) = (rest_outcome is null)),
    check ((rest is null) = (adopted is null)),
    check ((referred_to is null) <> (rest is null))
);

-- a part has the number of the matter that it comes from, and its thread up to the session that split it
alter table matter
    add column parent       text references matter,
    add column part         int not null default 0 check (part >= 0),
    add column split_at     int check (split_at > 0),
    add column part_outcome text check (part_outcome in ('DECIDED', 'REJECTED', 'DEFERRED', 'REFERRED_UP')),
    drop constraint matter_year_number_key,
    add constraint matter_year_number_part_unique unique (year, number, part),
    add constraint matter_is_whole_or_part check (
        (parent is null) = (part = 0) and (parent is null) = (split_at is null)
        and (parent is null) = (part_outcome is null));
create index matter_by_parent on matter (parent) where parent is not null;
