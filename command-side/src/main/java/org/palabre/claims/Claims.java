package org.palabre.claims;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.palabre.claims.ClaimEvent.ValueClaimed;
import org.palabre.claims.ClaimEvent.ValueReleased;
import org.palabre.eventstore.KeyedHash;
import org.palabre.eventstore.MasterKey;
import org.palabre.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Keeps values unique. A claim is taken and released in the unit of work of the command that wants it, so two commands
 * that want the same value collide in the event store and one of them wins. Values are compared as they are given: the
 * caller makes them comparable first.
 */
@Component
public class Claims {

    private final Repository<Claim> claims;
    private final EventStore events;
    private final KeyedHash hash;

    Claims(Repository<Claim> claims, EventStore events, MasterKey master) {
        this.claims = claims;
        this.events = events;
        this.hash = master.hash("claims");
    }

    /** Takes the value, or refuses for the reason given when somebody else has it. */
    public void take(String kind, String value, UUID owner, Refused.Reason ifTaken) {
        var id = id(kind, value);
        loadOrCreate(id).execute(claim -> claim.take(id, owner, ifTaken));
    }

    /**
     * Takes a value that nobody has had before, without looking. Should somebody have been quicker, it turns out as the unit
     * of work commits: as two who changed the same thing.
     */
    public void takeFirst(String kind, String value, UUID owner) {
        var id = id(kind, value);
        orFail(() -> claims.newInstance(() -> new Claim(id, owner)));
    }

    /** Gives the value back; does nothing if the owner does not have it. */
    public void release(String kind, String value, UUID owner) {
        loadOrCreate(id(kind, value)).execute(claim -> claim.release(owner));
    }

    /** Takes one value for another, in an order that keeps two who swap theirs from waiting for each other. */
    public void move(String kind, String from, String to, UUID owner, Refused.Reason ifTaken) {
        if (id(kind, from).compareTo(id(kind, to)) < 0) {
            release(kind, from, owner);
            take(kind, to, owner, ifTaken);
        } else {
            take(kind, to, owner, ifTaken);
            release(kind, from, owner);
        }
    }

    /** Who has the value now, as stored; can be asked outside a unit of work. */
    public Optional<UUID> owner(String kind, String value) {
        return newest(kind, value).filter(ValueClaimed.class::isInstance).map(event -> ((ValueClaimed) event).owner());
    }

    /** Whether nobody has the value, and nobody ever had. */
    public boolean untouched(String kind, String value) {
        return newest(kind, value).isEmpty();
    }

    /** Whether the value was somebody's and is nobody's now. */
    public boolean givenBack(String kind, String value) {
        return newest(kind, value).filter(ValueReleased.class::isInstance).isPresent();
    }

    private Optional<ClaimEvent> newest(String kind, String value) {
        return events.readEvents(id(kind, value), 0)
                .asStream()
                .map(message -> (ClaimEvent) message.getPayload())
                .reduce((_, last) -> last);
    }

    private Aggregate<Claim> loadOrCreate(String id) {
        return orFail(() -> claims.loadOrCreate(id, Claim::new));
    }

    private static <A> A orFail(Callable<A> work) {
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String id(String kind, String value) {
        return "claim-" + kind + "-" + HexFormat.of().formatHex(hash.of(kind + ":" + value));
    }
}
