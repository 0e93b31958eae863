-- which node leads each projection, and until when unless it renews that; and what it tells the others
alter table projection
    add leader text,
    add leads_until timestamptz,
    add failed boolean not null default false,
    add position bigint not null default 0;

-- the schemas of generations begin with the name of the schema that they belong to
do $$
declare
    generation text;
begin
    for generation in
        select name || '_' || number from projection, unnest(array[live, building]) number where number is not null
    loop
        execute format('alter schema %I rename to %I', generation, current_schema() || '_' || generation);
    end loop;
end $$;

-- bound to where the extension is, which somebody else may have created: it works whatever the search path
do $$
begin
    execute (
        select format(
            'create or replace function plain(value text) returns text language sql immutable strict parallel safe '
            'return lower(%1$I.unaccent(%2$L::regdictionary, value))',
            nspname, quote_ident(nspname) || '.unaccent')
        from pg_extension join pg_namespace home on home.oid = extnamespace
        where extname = 'unaccent');
end $$;
