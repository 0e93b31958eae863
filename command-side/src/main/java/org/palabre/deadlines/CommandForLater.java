package org.palabre.deadlines;

/**
 * A command as it is stored until its time.
 *
 * @param type its name as a message
 * @param json its content
 */
record CommandForLater(String type, String json) {}
