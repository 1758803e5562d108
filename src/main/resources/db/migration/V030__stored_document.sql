-- Files (rule C5): never changed, never removed. The bytes are cut into chunks that are written and read one by one, so
-- that neither side ever holds a whole file in memory (docs/adr/0030).
create table stored_document (
    id         uuid        primary key,
    owner      text        not null check (length(owner) between 1 and 100),
    name       text        not null check (length(name) between 1 and 200),
    media_type text        not null,
    size       bigint      not null check (size > 0),
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    chunks     integer     not null check (chunks > 0),
    stored_at  timestamptz not null
);
create index stored_document_owner on stored_document (owner, stored_at, id);

create table stored_document_chunk (
    document uuid    not null references stored_document,
    number   integer not null check (number >= 0),
    bytes    bytea   not null check (octet_length(bytes) > 0),
    primary key (document, number)
);
-- files that people store are compressed already
alter table stored_document_chunk alter column bytes set storage external;

create trigger stored_document_append_only
    before update or delete or truncate on stored_document
    for each statement execute function append_only();
create trigger stored_document_chunk_append_only
    before update or delete or truncate on stored_document_chunk
    for each statement execute function append_only();

-- At commit a document has all its bytes; together with the keys, nothing can be added to it afterwards.
create function stored_document_complete() returns trigger language plpgsql as $$
declare
    document stored_document;
    found_chunks bigint;
    found_size bigint;
begin
    if tg_table_name = 'stored_document' then
        document := new;
    else
        select * into document from stored_document where id = new.document;
        if new.number >= document.chunks then
            raise exception 'document % is complete', new.document using errcode = 'restrict_violation';
        end if;
        return null;
    end if;
    select count(*), sum(octet_length(bytes)) into found_chunks, found_size
        from stored_document_chunk where stored_document_chunk.document = new.id;
    if found_chunks <> document.chunks or found_size is distinct from document.size then
        raise exception 'document % is incomplete', new.id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end
$$;

create constraint trigger stored_document_complete
    after insert on stored_document deferrable initially deferred
    for each row execute function stored_document_complete();
create trigger stored_document_chunk_within
    after insert on stored_document_chunk
    for each row execute function stored_document_complete();
