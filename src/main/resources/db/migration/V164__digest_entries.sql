-- What a person who chose one digest a day is told of by it instead of at once (rule D4): a line of the ledger each, and
-- what became of it. DONE: the task was over, or no longer that person's, when the digest was written.
create table digest_entry (
    -- id in deadline_notice, where every row stays
    notice     bigint primary key,
    recipient  text not null,
    outcome    text check (outcome in ('SENT', 'DONE')),
    settled_at timestamptz,
    check ((outcome is null) = (settled_at is null))
);

create index digest_entry_waiting on digest_entry (recipient, notice) where outcome is null;
