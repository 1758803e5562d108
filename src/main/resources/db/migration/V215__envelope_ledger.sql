-- The envelope of a call (rule E5): what was voted, what is still free, and what each file holds of it, in dirhams. Every
-- booking takes an amount from one account and puts it into another, so that the accounts always add up to zero.
create table envelope (
    -- reference of the call
    reference varchar(20) primary key
);

create table envelope_booking (
    id           bigint generated always as identity primary key,
    envelope     varchar(20)    not null references envelope,
    -- reference of the application or agreement; empty for what concerns the envelope as a whole
    file         varchar(30)    not null,
    kind         varchar(24)    not null,
    from_account varchar(10)    not null,
    to_account   varchar(10)    not null,
    amount       numeric(15, 2) not null check (amount > 0),
    -- what it is booked for: a decision, an instalment; books once
    cause        text           not null check (length(cause) between 1 and 200),
    booked_by    varchar(64)    not null,
    booked_at    timestamptz    not null,
    unique (envelope, file, kind, cause),
    check ((kind, from_account, to_account) in (
        ('VOTED', 'VOTED', 'AVAILABLE'),
        ('WITHDRAWN', 'AVAILABLE', 'VOTED'),
        ('RESERVED', 'AVAILABLE', 'RESERVED'),
        ('RESERVATION_RELEASED', 'RESERVED', 'AVAILABLE'),
        ('COMMITTED', 'RESERVED', 'COMMITTED'),
        ('COMMITMENT_RELEASED', 'COMMITTED', 'AVAILABLE'),
        ('PAID', 'COMMITTED', 'PAID'),
        ('REPAID', 'PAID', 'AVAILABLE'))),
    check ((kind in ('VOTED', 'WITHDRAWN')) = (file = ''))
);
create index envelope_booking_of_file on envelope_booking (envelope, file, id);

create trigger envelope_booking_append_only
    before update or delete or truncate on envelope_booking
    for each statement execute function append_only();

-- What the bookings add up to. Only the account of what was voted is below zero: everything comes from there.
create table envelope_balance (
    envelope varchar(20)    not null references envelope,
    account  varchar(10)    not null,
    -- empty for what was voted and what is available
    file     varchar(30)    not null,
    balance  numeric(15, 2) not null,
    primary key (envelope, account, file),
    check ((account in ('VOTED', 'AVAILABLE')) = (file = '')),
    constraint envelope_is_not_exceeded check (account = 'VOTED' or balance >= 0)
);

-- Whoever books in an envelope holds it until the end of the transaction: the next one sees what is left.
create function book_in_envelope() returns trigger language plpgsql as $$
begin
    perform 1 from envelope where reference = new.envelope for no key update;
    insert into envelope_balance
    values (new.envelope, new.to_account, case when new.to_account in ('VOTED', 'AVAILABLE') then '' else new.file end, 0),
           (new.envelope, new.from_account, case when new.from_account in ('VOTED', 'AVAILABLE') then '' else new.file end, 0)
    on conflict do nothing;
    update envelope_balance set balance = balance + new.amount
    where envelope = new.envelope and account = new.to_account
      and file = case when account in ('VOTED', 'AVAILABLE') then '' else new.file end;
    update envelope_balance set balance = balance - new.amount
    where envelope = new.envelope and account = new.from_account
      and file = case when account in ('VOTED', 'AVAILABLE') then '' else new.file end;
    return new;
end
$$;
create trigger envelope_booking_moves_balances
    before insert on envelope_booking
    for each row execute function book_in_envelope();

-- Balances follow bookings and nothing else.
create function balances_follow_bookings() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception 'balances follow bookings' using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;
create trigger envelope_balance_follows_bookings
    before insert or update or delete or truncate on envelope_balance
    for each statement execute function balances_follow_bookings();
