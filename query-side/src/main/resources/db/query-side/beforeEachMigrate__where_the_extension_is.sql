-- somebody else may have created the extension, in another schema: what is migrated finds it there
select set_config('search_path', current_setting('search_path') || ', ' || quote_ident(nspname), false)
from pg_extension join pg_namespace home on home.oid = extnamespace
where extname = 'unaccent';
