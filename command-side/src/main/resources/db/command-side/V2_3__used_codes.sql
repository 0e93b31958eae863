-- the request that used a code up: the same one may come again, when what it led to collided with something else
alter table one_time_code add column used_by text;
update one_time_code set used_by = '' where used;
alter table one_time_code drop column used;
