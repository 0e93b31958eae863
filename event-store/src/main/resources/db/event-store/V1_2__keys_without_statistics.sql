-- a key that is destroyed is to be gone: what is personal is in no statistics
alter table personal_key alter column wrapped_key set statistics 0;
