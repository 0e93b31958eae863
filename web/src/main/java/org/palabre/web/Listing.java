package org.palabre.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Page;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list on the wire.
 *
 * @param next the path of the page after this one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Listing<T>(
        long count, @Nullable String next, @Nullable String previous, List<T> results, PageInfo pageInfo) {

    public record PageInfo(int currentPage, long totalPages, int pageSize) {}

    /** The page that the current request asked for. */
    public static <T> Listing<T> of(Page<T> page, Page.Request request) {
        var totalPages = Math.max(1, (page.count() + request.size() - 1) / request.size());
        return new Listing<>(
                page.count(),
                request.number() < totalPages ? path(request.number() + 1L) : null,
                request.number() > 1 ? path(Math.min(request.number() - 1L, totalPages)) : null,
                page.rows(),
                new PageInfo(request.number(), totalPages, request.size()));
    }

    private static String path(long number) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", number)
                .scheme(null)
                .host(null)
                .port(null)
                .build()
                .toUriString();
    }
}
