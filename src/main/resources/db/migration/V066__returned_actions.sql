-- who did not accept that an action is done, and when; the remark is in close_reason
alter table action add column returned_by text, add column returned_at timestamptz;
