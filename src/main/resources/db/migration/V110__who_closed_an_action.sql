-- who confirmed that an action was done, or called it off; and why reported progress fell

alter table action add column closed_by text;

update action a
   set closed_by = (select h.actor from meeting_history h
                     where h.meeting = a.meeting and h.fact in ('ACTION_DONE', 'ACTION_CANCELLED')
                       and h.detail = a.reference
                     order by h.id desc limit 1)
 where a.closed_at is not null;

alter table action_progress add column fall_reason text;
