-- Codes of the other programme committees that the decision on an item touches (rule B4b).
alter table agenda_item add column touches text[] not null default '{}';

create index agenda_item_touching on agenda_item using gin (touches) where touches <> '{}';
