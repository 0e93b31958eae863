create extension if not exists pg_trgm;
create extension if not exists cube;
create extension if not exists earthdistance;

-- Whoever uses these needs not know where the extensions are: they are bound to them, and melt into the queries.

-- the words of a text, without accents, case and punctuation
create function words(value text) returns text language sql immutable parallel safe
    return regexp_replace(plain(value), '[[:punct:][:space:]]+', ' ', 'g');

-- how a text is found: by the stems of its words, some being worth more than others
create function findable(value text, weight "char") returns tsvector language sql immutable parallel safe
    return setweight(to_tsvector('french'::regconfig, words(value)), weight);

-- what finds texts with all words of a search, by their stems or by how they begin; words that mean nothing do not count
create function sought(search text) returns tsquery language sql stable parallel safe as $$
    select string_agg(format('(%L:* | %L)', word, coalesce(stem[1], word)), ' & ')::tsquery
    from string_to_table(words(search), ' ') word, ts_lexize('french_stem', word) stem
    where word <> '' and stem is distinct from '{}'
$$;

-- whether a word or one like it is in a text; how like is pg_trgm.word_similarity_threshold
create function resembles(word text, value text) returns boolean language sql stable parallel safe
    return word <% value;

-- a place, by which those near another are found
create function on_earth(latitude double precision, longitude double precision)
    returns earth language sql immutable parallel safe
    return ll_to_earth(latitude, longitude);

-- what is in the area may be a little beyond the distance
create function area(centre earth, metres double precision) returns cube language sql immutable parallel safe
    return earth_box(centre, metres);

create function inside(place earth, area cube) returns boolean language sql immutable parallel safe
    return area @> place;

-- how far places are from each other straight through the earth: enough to put them in order, and an index knows it
create function apart(one earth, other earth) returns double precision language sql immutable parallel safe
    return one <-> other;

-- the straight way between places that are so far from each other over land
create function straight(metres double precision) returns double precision language sql immutable parallel safe
    return gc_to_sec(metres);
