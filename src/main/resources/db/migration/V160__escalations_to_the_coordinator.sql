-- An overdue action climbs the whole ladder: the secretariat of the body above and the coordinator are its fourth and fifth step.
alter table deadline_notice
    drop constraint deadline_notice_check,
    add constraint deadline_notice_check
        check (step between 1 and case what when 'ANNOUNCEMENT' then 1 when 'REMINDER' then 2 else 5 end);
