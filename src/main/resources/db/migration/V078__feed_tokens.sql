-- What lets a calendar program read a person's sessions without signing in; only its fingerprint is kept.
create table feed_token (
    account    text        primary key,
    sha256     text        not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    -- when a calendar program last came with it
    used_at    timestamptz
);
