-- Which committees were told of a decision that touches their programme, and of which of its versions (rule B4b).
create table decision_told (
    decision text        not null references decision,
    version  int         not null check (version > 0),
    body     text        not null references body (code),
    at       timestamptz not null,
    primary key (decision, version, body)
);

-- those told until now: of the text that was signed first
insert into decision_told (decision, version, body, at)
select d.reference, 1, b.code, min(h.at)
  from meeting_history h
  join agenda_item i on i.meeting = h.meeting
  join decision d on d.meeting = i.meeting and d.position = i.position
  join body b on b.code = any(i.touches) and b.code = any(string_to_array(h.detail, ', '))
 where h.fact = 'PROGRAMMES_TOLD'
 group by d.reference, b.code;
