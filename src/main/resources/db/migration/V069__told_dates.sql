-- Dates that people were told, which a day off added or withdrawn later does not bring forward (rule D2).

-- when the draft was put up for review: the silence period counts from there
alter table minutes add column review_from timestamptz;
update minutes set review_from = (select max(at) from meeting_history
                                   where meeting_history.meeting = minutes.meeting and fact = 'MINUTES_DRAFTED')
 where status = 'IN_REVIEW';

-- until when items may be proposed although the calendar would have it close earlier
alter table meeting add column intake_kept_until timestamptz;
