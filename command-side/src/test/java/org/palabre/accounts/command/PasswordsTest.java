package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.command.django.DjangoHash;
import org.palabre.eventstore.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordsTest {

    /** Made by Django 5.2.17: PBKDF2PasswordHasher().encode("correct horse", "akwaba", 1000). */
    private static final String DJANGOS = "pbkdf2_sha256$1000$akwaba$s/jiwlr08ScLxJiTbMJpfpg5DqZHW3PesjxrpAoYerY=";

    private static final MasterKey MASTER = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

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

    @Test
    void nothing_matches_an_account_without_a_password() {
        assertThat(passwords.matches("", DjangoHash.UNUSABLE)).isFalse();
        assertThat(passwords.matches(DjangoHash.UNUSABLE, DjangoHash.UNUSABLE)).isFalse();
    }

    @Test
    void a_password_matches_the_hash_that_its_owner_brought_along() {
        assertThat(passwords.matches("correct horse", DJANGOS)).isTrue();
        assertThat(passwords.matches("battery staple", DJANGOS)).isFalse();
    }

    @Test
    void only_the_hashes_that_we_make_now_are_ours() {
        assertThat(passwords.isOurs(passwords.hash("correct horse"))).isTrue();
        assertThat(passwords.isOurs(DJANGOS)).isFalse();
        assertThat(passwords.isOurs("$argon2id$v=19$m=8192,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA"))
                .isFalse();
    }

    @Test
    void a_better_hash_takes_the_place_of_the_one_that_it_was_made_for_and_of_no_other() {
        try (var database = TestDatabase.fresh()) {
            var hashes = new PasswordHashes(JdbcClient.create(database), Clock.systemUTC());
            var ada = AccountId.next();

            hashes.set(ada, DJANGOS);
            hashes.replace(ada, DJANGOS, "better");
            assertThat(hashes.find(ada)).contains("better");

            hashes.set(ada, "of a password chosen since");
            hashes.replace(ada, DJANGOS, "better");
            assertThat(hashes.find(ada)).contains("of a password chosen since");
        }
    }

    @Test
    void whoever_shows_the_password_of_another_hash_has_it_hashed_anew() {
        try (var database = TestDatabase.fresh()) {
            var hashes = new PasswordHashes(JdbcClient.create(database), Clock.systemUTC());
            var proof = new PasswordProof(hashes, passwords, MASTER);
            var ada = AccountId.next();
            hashes.set(ada, DJANGOS);

            assertThat(proof.of(ada, "battery staple")).isEmpty();
            assertThat(hashes.find(ada)).contains(DJANGOS);

            var better = proof.of(ada, "correct horse");
            assertThat(better.filter(passwords::isOurs)).isPresent().isEqualTo(hashes.find(ada));
            assertThat(proof.of(ada, "correct horse")).isEqualTo(better);
        }
    }

    @Test
    void all_who_show_the_password_at_once_are_shown_the_same_hash() {
        try (var database = TestDatabase.fresh()) {
            var hashes = new PasswordHashes(JdbcClient.create(database), Clock.systemUTC());
            var proof = new PasswordProof(hashes, passwords, MASTER);
            var ada = AccountId.next();
            hashes.set(ada, DJANGOS);

            var shown = IntStream.range(0, 8)
                    .boxed()
                    .gather(Gatherers.mapConcurrent(8, _ -> proof.of(ada, "correct horse")))
                    .collect(Collectors.toSet());

            assertThat(shown).containsExactly(hashes.find(ada));
        }
    }

    @Test
    void nobody_has_the_password_of_an_account_that_is_not_there() {
        try (var database = TestDatabase.fresh()) {
            var hashes = new PasswordHashes(JdbcClient.create(database), Clock.systemUTC());
            var proof = new PasswordProof(hashes, passwords, MASTER);

            assertThat(proof.of(AccountId.next(), "correct horse")).isEmpty();
            assertThat(proof.ofNobody("ada", "correct horse")).isEmpty();
            hashes.set(AccountId.next(), DJANGOS);
            assertThat(proof.ofNobody("ada", "correct horse")).isEmpty();
        }
    }

    /** Hashes from elsewhere take longer: if nobody had one, time would tell who is somebody. */
    @Test
    void among_those_who_are_not_there_hashes_from_elsewhere_are_as_frequent_as_among_those_who_are() {
        try (var database = TestDatabase.fresh()) {
            var hashes = new PasswordHashes(JdbcClient.create(database), Clock.systemUTC());
            assertThat(hashes.findAny("0")).isEmpty();

            IntStream.range(0, 400).forEach(number -> hashes.set(AccountId.next(), number % 4 == 0 ? DJANGOS : "ours"));
            var names = IntStream.range(0, 400)
                    .mapToObj(number -> chance("person" + number))
                    .toList();
            var found = names.stream()
                    .map(hashes::findAny)
                    .map(Optional::orElseThrow)
                    .toList();

            assertThat(found)
                    .isEqualTo(names.stream()
                            .map(hashes::findAny)
                            .map(Optional::orElseThrow)
                            .toList());
            assertThat(found.stream().filter(DJANGOS::equals).count()).isBetween(50L, 150L);
            assertThat(hashes.findAny("ffffffffffffffff")).isEqualTo(hashes.findAny("0"));
        }
    }

    private static String chance(String name) {
        return HexFormat.of().formatHex(MASTER.hash("chance").of(name));
    }
}
