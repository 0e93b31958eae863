package org.palabre.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Makes identifiers: UUIDs of version 7 (RFC 9562), or of version 5 where one follows from something else. */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator TIME_ORDERED = Generators.timeBasedEpochRandomGenerator();
    private static final UUID NAMESPACE = UUID.fromString("6f1c8f6e-6d3a-5b0e-9f0b-70a1ab7e0001");
    private static final NameBasedGenerator NAMED = Generators.nameBasedGenerator(NAMESPACE);

    private Ids() {}

    /** A new identifier, greater than those made before in the same millisecond or earlier. */
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /** The same identifier for the same kind and source, always. */
    public static UUID derived(String kind, UUID source) {
        return NAMED.generate(kind + ":" + source);
    }
}
