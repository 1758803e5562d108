-- A correction of sealed minutes: the draft begins anew, and is sealed as a version that names the one before (rule C5).
alter table minutes
    add column correction_motive    text,
    add column correction_by        text,
    add column correction_opened_at timestamptz,
    -- whether a reservation altered a decision since the last record of decisions was sealed
    add column decisions_altered    boolean not null default false,
    -- the draft as it was put up for review
    add column draft_document       uuid references stored_document,
    add check ((correction_motive is null) = (correction_opened_at is null)),
    add check ((correction_by is null) = (correction_opened_at is null));

alter table signed_document
    add column motive text,
    add check (kind <> 'MINUTES' or (version = 1) = (motive is null));
create index signed_document_by_hash on signed_document (sha256);
