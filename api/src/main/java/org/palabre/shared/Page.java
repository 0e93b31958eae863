package org.palabre.shared;

import java.util.List;

/**
 * Some rows of a list. Each list has its own record for it: a message says with its class what is in it, and type
 * arguments do not travel.
 */
public interface Page<T> {

    /** How many rows the whole list has. */
    long count();

    List<T> rows();

    /**
     * Which rows are wanted.
     *
     * @param number from 1
     * @param size 1 to 100
     */
    record Request(int number, int size) {

        public long offset() {
            return (number - 1L) * size;
        }
    }
}
