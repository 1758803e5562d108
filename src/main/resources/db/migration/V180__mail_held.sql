-- A mail that sums up what came since an earlier one goes when its time has come, and others need not wait for it.
alter table mail add column not_before timestamptz;
