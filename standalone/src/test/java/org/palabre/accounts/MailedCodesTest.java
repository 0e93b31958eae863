package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.OnePlatform;

/** Codes that prove an address. */
@ExtendWith(OnePlatform.class)
class MailedCodesTest {

    private final Fair fair;
    private final Client anyone;

    MailedCodesTest(Fair fair) {
        this.fair = fair;
        this.anyone = fair.anyone();
    }

    @Test
    void a_code_works_once() {
        var email = "une.fois@example.org";
        fair.register(email, "Une");
        var code = fair.code(email);
        assertThat(code).matches("\\d{6}");
        verify(email, code).is(200);
        verify(email, code).refuses(400, "invalid_code");
    }

    @Test
    void a_code_dies_after_five_wrong_ones() {
        var email = "cinq.fois@example.org";
        fair.register(email, "Cinq");
        var code = fair.code(email);
        for (int attempt = 1; attempt <= 5; attempt++) {
            verify(email, other(code)).refuses(400, "invalid_code");
        }
        verify(email, code).refuses(400, "invalid_code");
    }

    @Test
    void four_wrong_ones_do_no_harm() {
        var email = "quatre.fois@example.org";
        fair.register(email, "Quatre");
        var code = fair.code(email);
        for (int attempt = 1; attempt <= 4; attempt++) {
            verify(email, other(code)).refuses(400, "invalid_code");
        }
        verify(email.toUpperCase(), code).is(200);
    }

    @Test
    void the_next_code_takes_the_place_of_the_one_before() {
        var email = "suivante@example.org";
        fair.register(email, "Suivante");
        var first = fair.code(email);
        resend(email).is(202);
        await().until(() -> mails(email) == 2);
        var second = fair.code(email);
        if (!second.equals(first)) {
            verify(email, first).refuses(400, "invalid_code");
        }
        verify(email, second).is(200);
    }

    @Test
    void three_an_hour_are_sent_and_nobody_is_told_of_more() {
        var email = "trop.de.codes@example.org";
        fair.register(email, "Trop");
        var last = "trop.de.codes.encore@example.org";
        for (int sent = 1; sent <= 3; sent++) {
            var number = sent;
            await().until(() -> mails(email) == number);
            resend(email).is(202);
        }
        fair.register(last, "Encore");
        fair.code(last);
        assertThat(mails(email)).isEqualTo(3);
        verify(email, fair.code(email)).is(200);
    }

    @Test
    void an_unknown_address_looks_like_any_other() {
        var email = "connue@example.org";
        fair.register(email, "Connue");
        var known = verify(email, other(fair.code(email)));
        assertThat(verify("inconnue@example.org", "123456")
                        .refuses(400, "invalid_code")
                        .text())
                .isEqualTo(known.refuses(400, "invalid_code").text());
        assertThat(resend("inconnue@example.org").is(202).text())
                .isEqualTo(resend(email).is(202).text());
        assertThat(mails("inconnue@example.org")).isZero();
        for (var wrong : new String[] {"", "12345", "1234567", "abcdef", "١٢٣٤٥٦"}) {
            verify(email, wrong).refuses(400, "invalid_code");
        }
    }

    @Test
    void mail_speaks_the_language_in_which_one_registered() {
        var english = new Fair(anyone.with("Accept-Language", "en"));
        english.register("anglaise@example.org", "Ann");
        fair.register("francaise@example.org", "Anne");
        fair.code("anglaise@example.org");
        fair.code("francaise@example.org");
        assertThat(subject("anglaise@example.org")).isNotEqualTo(subject("francaise@example.org"));
    }

    private Answer verify(String email, String code) {
        return anyone.post("/api/auth/email/verify", Map.of("email", email, "code", code));
    }

    private Answer resend(String email) {
        return anyone.post("/api/auth/email/resend", Map.of("email", email));
    }

    private int mails(String email) {
        return anyone.get("/api/dev/mailbox?to=" + email).json().size();
    }

    private String subject(String email) {
        return anyone.get("/api/dev/mailbox?to=" + email)
                .json()
                .at("/0/subject")
                .asString();
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
