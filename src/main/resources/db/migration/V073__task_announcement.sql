-- The ledger also keeps who was told that a task opened. Tasks that were open before are not announced afterwards:
-- their holders were, or will be, reminded.
alter table deadline_notice
    drop constraint deadline_notice_what_check,
    drop constraint deadline_notice_check,
    add constraint deadline_notice_what_check check (what in ('ANNOUNCEMENT', 'REMINDER', 'ESCALATION')),
    add constraint deadline_notice_check
        check (step between 1 and case what when 'ANNOUNCEMENT' then 1 when 'REMINDER' then 2 else 3 end);
