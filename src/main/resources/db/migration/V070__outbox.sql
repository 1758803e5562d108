-- Every mail, as it was rendered when its cause happened: what is shown is what was sent.
create table mail (
    id              uuid primary key,
    position        bigint generated always as identity unique,
    -- what happened; one person is told of one thing once by one template
    cause           varchar(200) not null,
    template        varchar(40)  not null,
    recipient       varchar(64)  not null,
    -- of the meeting, action or task's subject that the mail is about
    reference       varchar(64)  not null,
    language        varchar(8)   not null,
    recipient_name  text         not null,
    -- empty when the account has none
    address         text         not null,
    reply_to        text,
    message_id      text         not null unique,
    subject         text         not null check (subject !~ '[[:cntrl:]]'),
    body_text       text         not null,
    body_html       text         not null,
    invitation      text,
    method          varchar(10) check (method in ('REQUEST', 'CANCEL')),
    created_at      timestamptz  not null,
    state           varchar(10)  not null check (state in ('QUEUED', 'SENT', 'PARKED')),
    attempts        int          not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz  not null,
    failure         varchar(10) check (failure in ('SERVER', 'TEMPORARY', 'PERMANENT')),
    last_error      text,
    sent_at         timestamptz,
    unique (cause, recipient, template),
    check ((state = 'SENT') = (sent_at is not null)),
    check ((invitation is null) = (method is null))
);

create table mail_attachment (
    mail      uuid         not null references mail on delete cascade,
    position  int          not null,
    -- in the document store, where nothing stored ever changes
    document  uuid         not null,
    file_name varchar(120) not null,
    primary key (mail, position)
);

-- the dispatchers' question: what is due, oldest first
create index mail_queued on mail (position) where state = 'QUEUED';
-- mails about one thing reach one person in order
create index mail_in_order on mail (recipient, reference, position) where state = 'QUEUED';
-- the page's filters, newest first
create index mail_by_state on mail (state, position desc);
create index mail_by_reference on mail (reference, position desc);
create index mail_by_recipient on mail (recipient, position desc);
create index mail_by_template on mail (template, position desc);
