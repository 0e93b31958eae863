package org.palabre.claims;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.palabre.queues.QueueRefusal;
import org.springframework.stereotype.Component;

/** Somebody who claims values, as a context would. */
@Component
class Values {

    static final String KIND = "value";

    record Take(String value, UUID owner) {}

    record TakeFirst(String value, UUID owner) {}

    record Release(String value, UUID owner) {}

    record Move(String from, String to, UUID owner) {}

    private final Claims claims;

    Values(Claims claims) {
        this.claims = claims;
    }

    @CommandHandler
    void handle(Take command) {
        claims.take(KIND, command.value(), command.owner(), QueueRefusal.NAME_TAKEN);
    }

    @CommandHandler
    void handle(TakeFirst command) {
        claims.takeFirst(KIND, command.value(), command.owner());
    }

    @CommandHandler
    void handle(Release command) {
        claims.release(KIND, command.value(), command.owner());
    }

    @CommandHandler
    void handle(Move command) {
        claims.move(KIND, command.from(), command.to(), command.owner(), QueueRefusal.NAME_TAKEN);
    }
}
