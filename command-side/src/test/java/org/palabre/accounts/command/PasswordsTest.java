package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_matches_its_hash_and_no_other() {
        var hash = passwords.hash("correct horse");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("battery staple", hash)).isFalse();
    }

    @Test
    void nothing_matches_an_account_that_is_not_there() {
        assertThat(passwords.matches("correct horse", null)).isFalse();
    }
}
