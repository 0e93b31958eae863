-- as before; and a search is taken apart as texts are, since PostgreSQL sees more than one word in 80e4690c43f5 or in 10€
create or replace function sought(search text) returns tsquery language sql stable parallel safe as $$
    select string_agg(format('(%L:* | %L)', token, coalesce(stem[1], token)), ' & ')::tsquery
    from ts_parse('default', words(search)), ts_lexize('french_stem', token) stem
    where btrim(token) not in ('', 'a') and stem is distinct from '{}'
$$;
