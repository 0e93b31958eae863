package org.palabre.counting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.palabre.views.Viewed;

/** Views that are stored together. */
class Views {

    private final Map<Viewed, Integer> times = new HashMap<>();
    private final CompletableFuture<@Nullable Void> stored = new CompletableFuture<>();

    void add(Viewed viewed) {
        times.merge(viewed, 1, Integer::sum);
    }

    boolean isEmpty() {
        return times.isEmpty();
    }

    List<Viewed.Times> times() {
        return times.entrySet().stream()
                .map(each -> new Viewed.Times(each.getKey(), each.getValue()))
                .toList();
    }

    /** Completes when they are stored, or with what kept them from it. */
    CompletableFuture<@Nullable Void> stored() {
        return stored;
    }
}
