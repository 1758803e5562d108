-- Whoever changes what a reference names (a meeting, an action) waits here for whoever is changing it, until the end of
-- the transaction. Completing a task takes the turn of its process's business key, pages that of what they change: two
-- people never hold half of the same thing each, whichever door they came through.
create function take_turn(reference text) returns void
    language sql as $$ select pg_advisory_xact_lock(hashtextextended(reference, 0)) $$;
