package org.palabre.proofs.fair;

import org.palabre.platform.Answer;

/** What came back to whoever asked. */
sealed interface Outcome {

    static Outcome of(Answer answer) {
        if (answer.status() >= 500) {
            return new Unknown(answer.status() + " " + answer.text());
        }
        return answer.status() < 300 ? new Done(answer) : new Refused(answer);
    }

    /** It was promised to have happened. */
    record Done(Answer answer) implements Outcome {

        boolean hasVersion() {
            return !answer.header("ETag").isEmpty();
        }

        /** The sequence of the newest event that the answer knows of. */
        long version() {
            return Long.parseLong(answer.header("ETag").replace("\"", ""));
        }

        String id() {
            return answer.text("id");
        }
    }

    /** It was promised not to have happened. */
    record Refused(Answer answer) implements Outcome {

        boolean is(String code) {
            return code().equals(code);
        }

        String code() {
            return isProblem() ? answer.text("code") : "";
        }

        /** Whether it was said in the agreed form. */
        boolean isProblem() {
            return answer.header("Content-Type").startsWith("application/problem+json");
        }
    }

    /** Nothing was promised: the connection broke, time ran out, or the platform could not tell. */
    record Unknown(String why) implements Outcome {}
}
