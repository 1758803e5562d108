-- What an administrator ruled about a day off: confirmed or moved a religious day, added or withdrew an exceptional one.
-- Nothing is changed or removed: the latest version of a reference applies, the earlier ones say how it came about.
create table holiday_ruling (
    reference text        not null,
    version   integer     not null check (version > 0),
    what      text        not null check (what in ('CONFIRMED', 'MOVED', 'ADDED', 'WITHDRAWN')),
    first_day date        not null,
    name      text        check (length(name) between 1 and 200),
    act       text        not null check (length(act) between 1 and 500),
    ruled_by  text        not null,
    ruled_at  timestamptz not null,
    primary key (reference, version),
    check ((what in ('ADDED', 'WITHDRAWN')) = (name is not null))
);

create or replace function append_only() returns trigger language plpgsql as $$
begin
    raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger holiday_ruling_append_only
    before update or delete or truncate on holiday_ruling
    for each statement execute function append_only();
