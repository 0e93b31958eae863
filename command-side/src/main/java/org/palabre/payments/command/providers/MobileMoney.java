package org.palabre.payments.command.providers;

import java.util.Map;
import org.palabre.payments.Provider;

/**
 * One who moves money between telephones. Each method is one call outside, made with no transaction open; whatever comes of
 * it is a {@link Reply}, never an exception.
 */
public interface MobileMoney {

    /** What is done about a request of which it is not known whether it arrived. */
    enum IfLost {
        /** It is said again with the same reference: that twice is once is the provider's promise. */
        SAY_AGAIN,
        /** It is asked about by our own reference, by which the provider knows it if it arrived. */
        ASK_ABOUT_IT,
        /** Nobody can pay by it after a while, then another is begun. */
        BEGIN_ANEW,
        /** A person looks it up: to say it again could take the money twice. */
        ASK_A_PERSON
    }

    Provider provider();

    IfLost ifLost();

    /** Whether it tells by itself how a payment stands; one that does not is asked more often. */
    boolean callsBack();

    /** Asks for the money. */
    Reply request(Charge charge);

    /**
     * Asks how it stands.
     *
     * @param session what the provider answered to the request, empty if that was lost
     */
    Reply ask(Charge charge, Map<String, String> session);

    /** Gives the money back; again without effect. */
    Reply giveBack(Charge charge, Map<String, String> session);
}
