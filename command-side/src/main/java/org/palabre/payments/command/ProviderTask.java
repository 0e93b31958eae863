package org.palabre.payments.command;

import java.util.Map;
import org.palabre.payments.command.providers.Charge;

/** A call to a provider that is to be made outside of any transaction. */
sealed interface ProviderTask {

    Charge charge();

    /**
     * Asks for the money.
     *
     * @param again whether the provider may have heard of it before
     */
    record Submission(Charge charge, boolean again) implements ProviderTask {}

    /**
     * Asks how it stands.
     *
     * @param times how often that was asked before, or less than 0 if it is for this once
     * @param last whether it is not asked again, whatever comes of it
     */
    record Inquiry(Charge charge, Map<String, String> session, int times, boolean last) implements ProviderTask {

        boolean once() {
            return times < 0;
        }

        /** Leaves out what is secret, so that no log holds it. */
        @Override
        public String toString() {
            return "Inquiry[%s, %d]".formatted(charge, times);
        }
    }

    /** Gives the money back. */
    record GivingBack(Charge charge, Map<String, String> session) implements ProviderTask {

        /** Leaves out what is secret, so that no log holds it. */
        @Override
        public String toString() {
            return "GivingBack[%s]".formatted(charge);
        }
    }
}
