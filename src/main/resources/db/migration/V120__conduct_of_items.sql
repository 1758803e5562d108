-- How each item was dealt with in the room: proxies, recusals, the item's own quorum, and who voted how.

alter table attendance
    drop constraint attendance_answer_check,
    add constraint attendance_answer_check check (answer in ('ACCEPTED', 'DECLINED', 'DELEGATED', 'PROXY')),
    drop constraint attendance_presence_check,
    add constraint attendance_presence_check check (presence in ('PRESENT', 'EXCUSED', 'ABSENT', 'REPRESENTED', 'PROXY')),
    add constraint attendance_proxy_holder check (presence <> 'PROXY' or alternate is not null),
    add constraint attendance_proxy_asked check (answer <> 'PROXY' or alternate is not null),
    add constraint attendance_not_for_oneself check (alternate <> account);

-- the quorum is a snapshot: recused people are in neither of its numbers
create table conduct (
    meeting         text    not null,
    position        int     not null,
    sitting         int     not null check (sitting > 0),
    added           boolean not null,
    quorum_voting   int     not null check (quorum_voting >= 0),
    quorum_required int     not null check (quorum_required >= 0),
    quorum_present  int     not null check (quorum_present between 0 and quorum_voting),
    vote            text check (vote in ('OPEN', 'SECRET')),
    votes_for       int check (votes_for >= 0),
    votes_against   int check (votes_against >= 0),
    votes_abstained int check (votes_abstained >= 0),
    casting         text check (casting in ('FOR', 'AGAINST')),
    primary key (meeting, position),
    foreign key (meeting, position) references agenda_item (meeting, position),
    check ((vote is null) = (votes_for is null)),
    check ((vote is null) = (votes_against is null)),
    check ((vote is null) = (votes_abstained is null)),
    constraint casting_vote_breaks_a_tie check (casting is null or (vote = 'OPEN' and votes_for = votes_against))
);

create table recusal (
    meeting  text not null,
    position int  not null,
    account  text not null,
    primary key (meeting, position, account),
    foreign key (meeting, position) references conduct (meeting, position) on delete cascade
);

-- one row for each seat that voted; a proxy holder has cast several
create table open_vote (
    meeting  text not null,
    position int  not null,
    account  text not null,
    choice   text not null check (choice in ('FOR', 'AGAINST', 'ABSTAINED')),
    primary key (meeting, position, account),
    foreign key (meeting, position) references conduct (meeting, position) on delete cascade
);
