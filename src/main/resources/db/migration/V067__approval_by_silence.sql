-- Silence is approval at the end of the review (rule C5): who kept it is on record like any other answer.
alter table minutes_review add column by_silence boolean not null default false;
alter table minutes_review add constraint silence_makes_no_reservation check (approved or not by_silence);
