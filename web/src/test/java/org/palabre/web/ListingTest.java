package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palabre.shared.Page;
import org.palabre.web.Listing.PageInfo;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class ListingTest {

    private record Names(long count, List<String> rows) implements Page<String> {}

    @AfterEach
    void the_request_is_over() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void a_page_in_the_middle_has_neighbours_with_the_same_question() {
        var listing = page(2, "page=2&page_size=10&search=a%20%26%20%C3%A9");

        assertThat(listing.next()).isEqualTo("/api/names?page_size=10&search=a%20%26%20%C3%A9&page=3");
        assertThat(listing.previous()).isEqualTo("/api/names?page_size=10&search=a%20%26%20%C3%A9&page=1");
        assertThat(listing.pageInfo()).isEqualTo(new PageInfo(2, 3, 10));
        assertThat(listing.count()).isEqualTo(25);
    }

    @Test
    void the_first_page_has_none_before_it_and_the_last_none_after_it() {
        assertThat(page(1, "page_size=10").previous()).isNull();
        assertThat(page(1, "page_size=10").next()).isEqualTo("/api/names?page_size=10&page=2");
        assertThat(page(3, "page=3&page_size=10").next()).isNull();
    }

    @Test
    void a_page_far_beyond_the_last_leads_back_to_the_last() {
        assertThat(page(9, "page=9&page_size=10").next()).isNull();
        assertThat(page(9, "page=9&page_size=10").previous()).isEqualTo("/api/names?page_size=10&page=3");
    }

    @Test
    void an_empty_list_has_one_page() {
        asked("");
        var listing = Listing.of(new Names(0, List.of()), new Page.Request(1, 20));

        assertThat(listing.pageInfo().totalPages()).isEqualTo(1);
        assertThat(listing.next()).isNull();
        assertThat(listing.previous()).isNull();
        assertThat(listing.results()).isEmpty();
    }

    @Test
    void a_full_last_page_is_the_last() {
        asked("");

        assertThat(Listing.of(new Names(40, List.of()), new Page.Request(2, 20)).next())
                .isNull();
    }

    private static Listing<String> page(int number, String query) {
        asked(query);
        return Listing.of(new Names(25, List.of("Ada")), new Page.Request(number, 10));
    }

    private static void asked(String query) {
        var request = new MockHttpServletRequest("GET", "/api/names");
        request.setQueryString(query);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
