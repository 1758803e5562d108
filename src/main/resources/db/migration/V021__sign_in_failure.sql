-- Sign-ins that failed lately, counted by all nodes together. The name is kept as a hash: people type passwords into it.
create table sign_in_failure (
    name_hash char(64)    not null,
    address   varchar(45) not null,
    failed_at timestamptz not null
);
create index sign_in_failure_name on sign_in_failure (name_hash, failed_at);
create index sign_in_failure_address on sign_in_failure (address, failed_at);
