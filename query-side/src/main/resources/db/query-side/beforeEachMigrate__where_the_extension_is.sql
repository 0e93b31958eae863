-- somebody else may have created the extensions, in another schema: what is migrated finds them there
select set_config('search_path', concat_ws(', ', current_setting('search_path'), homes), false)
from (
    select string_agg(distinct quote_ident(nspname), ', ') homes
    from pg_extension join pg_namespace home on home.oid = extnamespace
    where extname in ('unaccent', 'pg_trgm', 'cube', 'earthdistance')
) found;
