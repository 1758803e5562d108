-- Who evaluates a file, and what they answered (rule E4): nobody is asked twice about the same file.
create table grant_evaluation (
    id          bigint generated always as identity primary key,
    application uuid        not null references grant_application,
    evaluator   varchar(64) not null,
    status      varchar(10) not null check (status in ('AWAITED', 'IN', 'RECUSED', 'REPLACED')),
    asked_by    varchar(64) not null,
    asked_at    timestamptz not null,
    scores      text check (jsonb_typeof(scores::jsonb) = 'array'),
    -- on the whole, or why the evaluator is recused
    remark      text,
    answered_at timestamptz,
    unique (application, evaluator),
    check ((status = 'AWAITED') = (answered_at is null)),
    check (status <> 'IN' or scores is not null)
);

alter table grant_application drop constraint grant_application_status_check;
alter table grant_application add constraint grant_application_status_check check (status in (
    'DRAFT', 'IN_VERIFICATION', 'COMPLETION_AWAITED', 'ADMISSIBLE', 'EVALUATED', 'INADMISSIBLE', 'WITHDRAWN'));
