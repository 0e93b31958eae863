package org.palabre.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.palabre.web.RangeNotSatisfiable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * What of a file is asked for (RFC 9110, 14): all of it, unless one range is, and one can read it.
 *
 * @param asked whether it is a range that was asked for
 * @param first its first byte, counted from 0
 * @param length in bytes
 * @param size of the file, in bytes
 */
record FilePart(boolean asked, long first, long length, long size) {

    /**
     * What this request asks for.
     *
     * @param tag the entity tag of the file as it is now, to which the request may bind its range
     */
    static FilePart of(HttpServletRequest request, String tag, long size) {
        var ranges = ranges(request, tag);
        if (ranges.size() != 1) {
            return new FilePart(false, 0, size, size);
        }
        var range = ranges.getFirst();
        var first = range.getRangeStart(size);
        if (first >= size) {
            throw new RangeNotSatisfiable(size);
        }
        return new FilePart(true, first, range.getRangeEnd(size) - first + 1, size);
    }

    private static List<HttpRange> ranges(HttpServletRequest request, String tag) {
        var lines = Collections.list(request.getHeaders(HttpHeaders.RANGE));
        var bound = request.getHeader(HttpHeaders.IF_RANGE);
        if (lines.size() != 1 || !request.getMethod().equals("GET") || (bound != null && !bound.equals(tag))) {
            return List.of();
        }
        try {
            return HttpRange.parseRanges(lines.getFirst());
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    String contentRange() {
        return "bytes %d-%d/%d".formatted(first, first + length - 1, size);
    }
}
