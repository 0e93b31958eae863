package org.palabre.handling;

import java.util.Arrays;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.web.MessageKeys;

/** The condition that a caller may put on a change: that it has seen the newest version. */
public final class Precondition {

    private Precondition() {}

    /** The aggregate itself, unless the caller of the command being handled insists on another version of it. */
    public static <T> Aggregate<T> met(Aggregate<T> aggregate) {
        met(aggregate.version());
        return aggregate;
    }

    /** Refuses, if the caller of the command being handled insists on another version than this. */
    public static void met(long version) {
        var expected = CurrentUnitOfWork.get().getMessage().getMetaData().get(MessageKeys.EXPECTED_VERSION);
        if (expected != null && !Arrays.asList(expected.toString().split(",")).contains(String.valueOf(version))) {
            throw new Refused(Common.VERSION_CONFLICT);
        }
    }
}
