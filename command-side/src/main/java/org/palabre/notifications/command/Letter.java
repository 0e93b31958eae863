package org.palabre.notifications.command;

/**
 * What a mail says, in one language.
 *
 * @param text the whole message without markup
 * @param html the same with markup
 */
record Letter(String subject, String text, String html) {

    /** Shows nothing, so that no log holds what is personal or secret. */
    @Override
    public String toString() {
        return "Letter";
    }
}
