package org.palabre.payments.command.providers;

import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.Unknown;

/** What came of a request over HTTP. */
sealed interface Exchange {

    /** It was answered, whatever the answer says. */
    record Answer(int status, String body) implements Exchange {

        boolean good() {
            return status >= 200 && status < 300;
        }

        /** Shows the status only: bodies may hold tokens and telephones. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** It cannot have arrived. */
    record NeverLeft(String why) implements Exchange {

        Reply reply() {
            return new NotSent(why);
        }
    }

    /** It may have arrived. */
    record Lost(String why) implements Exchange {

        Reply reply() {
            return new Unknown(why);
        }
    }
}
