package org.palabre.proofs.gatherings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.palabre.platform.Client;
import tools.jackson.databind.JsonNode;

/** Whole lists, page after page. */
final class Rows {

    private Rows() {}

    static List<JsonNode> of(Client client, String list) {
        var rows = new ArrayList<JsonNode>();
        for (var path = list + "?page_size=100"; !path.isEmpty(); ) {
            var page = client.get(path).is(200).json();
            StreamSupport.stream(page.get("results").spliterator(), false).forEach(rows::add);
            path = page.get("next").isNull() ? "" : page.get("next").asString();
        }
        return rows;
    }

    /** The codes of somebody's tickets. */
    static List<String> codes(Client holder) {
        return of(holder, "/api/tickets").stream()
                .map(ticket -> ticket.get("code").asString())
                .toList();
    }
}
