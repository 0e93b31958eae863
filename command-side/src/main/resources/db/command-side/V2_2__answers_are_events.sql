-- what callers were answered is an event by now
drop table answered_request;
