package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SoapTest {

    @Test
    void what_is_written_is_read_whatever_it_says() {
        var text = "<b>Été</b> & \"fils\" ]]> 😀";
        var envelope = Soap.write("http://api.example/", "Push", Map.of("request", Map.of("message", text)));
        assertThat(Soap.read(envelope)).containsEntry("message", text).containsEntry("request", "");
    }

    @Test
    void an_answer_leads_to_nothing_outside_of_itself() {
        assertThat(Soap.read("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a><status>&b;</status></a>"))
                .doesNotContainKey("status");
        assertThat(Soap.read("no xml")).isEmpty();
    }
}
