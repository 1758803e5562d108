-- A ballot may be held on what came up during the session, which nobody present objected to deciding (rule B7).
alter table ballot add column added boolean not null default false;
