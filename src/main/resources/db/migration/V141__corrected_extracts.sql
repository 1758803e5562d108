-- When a correction of the minutes alters a decision, what was acknowledged is returned again (rules B3, C5): the first
-- return is round 1, each correction that returns something is one more.
alter table extract
    add column round int not null default 1 check (round > 0),
    drop constraint extract_pkey,
    add primary key (meeting, matter, body, round);
