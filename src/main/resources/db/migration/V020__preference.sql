-- What a person chose about language and mail. No row means: the browser's language, mail at once.
create table preference (
    account  varchar(64) primary key,
    language varchar(2) check (language in ('fr', 'ar', 'en')),
    mail     varchar(10) not null default 'IMMEDIATE' check (mail in ('IMMEDIATE', 'DIGEST'))
);
