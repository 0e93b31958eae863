package org.palabre.eventstore;

import org.axonframework.common.IdentifierFactory;
import org.palabre.shared.Ids;

/** Messages are identified like everything else. */
public class MessageIds extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Ids.next().toString();
    }
}
