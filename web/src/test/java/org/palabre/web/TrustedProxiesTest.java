package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.7", "172.31.80.0/24", "::1", "fd00::/8"));

    @Test
    void who_is_no_proxy_of_ours_asks_for_itself() {
        assertThat(proxies.client(from("203.0.113.9", "198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(proxies.client(from("10.0.0.8", "198.51.100.1"))).isEqualTo("10.0.0.8");
        assertThat(new TrustedProxies(List.of()).client(from("127.0.0.1", "198.51.100.1")))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.7      | 198.51.100.1                          | 198.51.100.1
            172.31.80.200 | 198.51.100.1                          | 198.51.100.1
            0:0:0:0:0:0:0:1 | 2001:db8::1                         | 2001:db8::1
            fd12::3       | 198.51.100.1, 172.31.80.3,  10.0.0.7  | 198.51.100.1
            10.0.0.7      | 1.1.1.1, 198.51.100.1                 | 198.51.100.1
            10.0.0.7      | 172.31.80.3, ::1                      | 172.31.80.3
            10.0.0.7      | , 198.51.100.1,                       | 198.51.100.1
            """)
    void a_proxy_of_ours_says_for_whom_it_asks(String remote, String forwarded, String client) {
        assertThat(proxies.client(from(remote, forwarded))).isEqualTo(client);
    }

    @Test
    void it_may_do_so_in_several_lines() {
        var request = from("10.0.0.7", "1.1.1.1");
        request.addHeader("X-Forwarded-For", "198.51.100.1");

        assertThat(proxies.client(request)).isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "unknown",
                "999.1.1.1",
                "1.1.1.1, localhost",
                "1.1.1.1, 198.51.100.1:80",
                "1.1.1.1, '"
            })
    void what_is_no_address_says_nothing_nor_what_stands_before_it(String forwarded) {
        assertThat(proxies.client(from("10.0.0.7", forwarded))).isEqualTo("10.0.0.7");
    }

    @Test
    void where_nobody_forwards_it_is_who_asks() {
        assertThat(proxies.client(new MockHttpServletRequest())).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/99", "10.0.0.0/x"})
    void a_setting_that_is_no_address_is_refused(String setting) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(setting))).isInstanceOf(IllegalArgumentException.class);
    }

    private static MockHttpServletRequest from(String remote, String forwarded) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        request.addHeader("X-Forwarded-For", forwarded);
        return request;
    }
}
