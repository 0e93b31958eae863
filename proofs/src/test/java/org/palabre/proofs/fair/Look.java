package org.palabre.proofs.fair;

import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A look at something by somebody who can do without it. */
final class Look {

    private Look() {}

    /** What is shown there, if anybody shows anything now. */
    static Optional<JsonNode> at(Visitor visitor, String path) {
        try {
            var answer = visitor.get(path);
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        } catch (UncheckedIOException nobodyThere) {
            return Optional.empty();
        }
    }
}
