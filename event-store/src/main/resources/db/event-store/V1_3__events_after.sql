-- asked hundreds of times a second for the newest few: planning took longer than looking; one plan for all, by the index
create function events_after(index bigint, most integer) returns setof event language sql stable
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    as 'select * from event where global_index > index order by global_index limit most';
