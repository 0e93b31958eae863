-- whether a word is another one mistyped: it need not be, so whoever asks takes the one that is most alike
create or replace function resembles(word text, value text) returns boolean language sql stable parallel safe
    return word % value;

-- how much words are alike, from 0 to 1
create function likeness(one text, other text) returns real language sql immutable parallel safe
    return similarity(one, other);

-- as before; and "à", the commonest word of all, is no word to look for either, though it has lost its accent
create or replace function sought(search text) returns tsquery language sql stable parallel safe as $$
    select string_agg(format('(%L:* | %L)', word, coalesce(stem[1], word)), ' & ')::tsquery
    from string_to_table(words(search), ' ') word, ts_lexize('french_stem', word) stem
    where word not in ('', 'a') and stem is distinct from '{}'
$$;
