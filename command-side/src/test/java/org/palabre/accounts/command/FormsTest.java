package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.telephones.Telephones;

class FormsTest {

    private final Telephones telephones = new Telephones("CI");

    @ParameterizedTest
    @ValueSource(strings = {"a@b.ci", "ada.lovelace+fair@mail.example.org", "é@exemple.fr", "o'neill@example.org"})
    void one_address_is_an_email(String text) {
        assertThat(text).matches(EmailAddress.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@localhost",
                "ada@@example.org",
                "a b@example.org",
                "a@example.org,b@example.org",
                "Ada <ada@example.org>",
                ".ada@example.org",
                "ada..l@example.org",
                "ada.@example.org",
                "ada@-example.org",
                "ada@example.org\n"
            })
    void anything_else_is_none(String text) {
        assertThat(text).doesNotMatch(EmailAddress.FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"07 07 07 07 07", "+225 0707070707", "00225 07-07-07-07-07"})
    void a_telephone_is_read_as_people_write_it(String text) {
        assertThat(telephones.read(text)).contains("+2250707070707");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "07 07 07 07 0x", "ada", "+999 1234567890", "+1 800 FLOWERS"})
    void what_no_network_has_is_no_telephone(String text) {
        assertThat(telephones.read(text)).isEmpty();
    }

    @Test
    void a_password_has_8_to_128_characters_and_is_not_a_common_one() {
        assertThat(GoodPassword.Judge.good("correct horse")).isTrue();
        assertThat(GoodPassword.Judge.good("🔑".repeat(8))).isTrue();
        assertThat(GoodPassword.Judge.good("x".repeat(128))).isTrue();
        assertThat(GoodPassword.Judge.good("x".repeat(129))).isFalse();
        assertThat(GoodPassword.Judge.good("1234567")).isFalse();
        assertThat(GoodPassword.Judge.good("🔑".repeat(7))).isFalse();
        assertThat(GoodPassword.Judge.good("MotDePasse123")).isFalse();
        assertThat(GoodPassword.Judge.good("nul\0nul\0")).isFalse();
    }
}
