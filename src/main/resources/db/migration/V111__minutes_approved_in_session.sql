-- minutes that the body approved at its next session, before silence did (rule C5)

alter table minutes add column approved_in text references meeting;
