package org.palabre.proofs.fair;

import java.util.Random;

/** How people send a request. */
interface Manner {

    /** Sends it and remembers every call; gives back what came of it. */
    Outcome send(Visitor visitor, Request request, Random random) throws InterruptedException;
}
