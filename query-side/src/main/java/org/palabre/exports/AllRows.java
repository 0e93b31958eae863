package org.palabre.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.palabre.shared.Page;

/** A list to its end, though it is answered in pages. */
public final class AllRows {

    private static final int SIZE = 100;

    private AllRows() {}

    public static <T> List<T> of(Function<Page.Request, ? extends Page<T>> list) {
        var rows = new ArrayList<T>();
        for (int number = 1; ; number++) {
            var page = list.apply(new Page.Request(number, SIZE));
            rows.addAll(page.rows());
            if (page.rows().size() < SIZE) {
                return rows;
            }
        }
    }
}
