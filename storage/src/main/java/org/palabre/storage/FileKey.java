package org.palabre.storage;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a file is kept under: up to 10 names of 100 lower-case letters, digits and dashes each, the kind of owner and the
 * owner first, so that everything of one owner is below one key. Nothing in it means anything to a file system.
 *
 * @param value the names, with slashes between them
 */
public record FileKey(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,100}(?:/[a-z0-9-]{1,100}){0,9}");

    public FileKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("No key of a file: " + value);
        }
    }

    public static FileKey of(Object... names) {
        return new FileKey(Arrays.stream(names).map(Object::toString).collect(Collectors.joining("/")));
    }

    /** A key below this one. */
    public FileKey below(Object name) {
        return of(value, name);
    }

    @Override
    public String toString() {
        return value;
    }
}
