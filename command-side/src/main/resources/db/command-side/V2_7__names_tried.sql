-- what was typed, in the form that all spellings of a name share, so that all of them are found again: its keyed hash
alter table login_attempt add column name bytea;
create index on login_attempt (name);
