package org.palabre.handling;

import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.palabre.web.ConsistencyToken;
import org.palabre.web.MessageKeys;

/**
 * A handler's answer together with the positions of its events. They are told when asked for, not when made: events are
 * numbered after the handler has answered.
 */
class Decision extends GenericCommandResultMessage<@Nullable Object> {

    private final transient Appended appended;

    @SuppressWarnings("NullAway") // a handler may have nothing to answer, as Axon's own results may
    Decision(@Nullable Object answer, MetaData metaData, Appended appended) {
        super(answer, metaData);
        this.appended = appended;
    }

    @Override
    public MetaData getMetaData() {
        return super.getMetaData().and(MessageKeys.POSITIONS, ConsistencyToken.of(appended.positions()));
    }

    @Override
    public GenericCommandResultMessage<@Nullable Object> withMetaData(java.util.Map<String, ?> metaData) {
        return new Decision(getPayload(), MetaData.from(metaData), appended);
    }

    @Override
    public GenericCommandResultMessage<@Nullable Object> andMetaData(java.util.Map<String, ?> metaData) {
        return new Decision(getPayload(), super.getMetaData().mergedWith(metaData), appended);
    }
}
