package org.palabre.accounts.command.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjangoHashTest {

    private static final String PASSWORD = "Akwaba 2026 à Abidjan";

    /**
     * Made by Django 5.2.17 with argon2-cffi 25.1.0 and bcrypt 5.0.0: make_password(PASSWORD, hasher=…) for each hasher
     * there is, with its own settings; the last three by hashers with little work (argon2i with m=512, t=2, p=2; rounds of
     * 4; a work factor of 1024 and a parallelism of 1).
     */
    static final List<String> HASHES = List.of(
            "pbkdf2_sha256$1000000$C1hnfNu1YdVYBbpwvfC3e1$HeJXqEY6W7eh9KSfdeYHJcPhXRD7qcDy29c0RzYzGR4=",
            "pbkdf2_sha1$1000000$luMhkdGf43CBmKWKYGxrum$Aprm7xiAx6cEFvq7bm1LJ54H9o8=",
            "argon2$argon2id$v=19$m=102400,t=2,p=8$RXRSSFR1OUNEZkF0NmZqdEU5ajZ4RQ$UXw4cGIatZXOWsL6MrobZaFYWHTjJynSU5JnmThXuSk",
            "bcrypt_sha256$$2b$12$0E4N.V1jC9cdMssFklT3DOPTDRsxbvvLUhEVvc6AANuxwqejsqdJ.",
            "bcrypt$$2b$12$GcsH/31ZkVE1AcuQGyerEeCIUDJIfi7ON.OwrVcqeZVt78j0BeiGO",
            "scrypt$16384$aYysjgE7jUmKAb1kgbHf0E$8$5$z9vyZmpS8GR0dDQNyG/EacalJty5yjvJO1GNLN27Y9M1DR6mOAi9VdnMpRsgW2n+WpzZoQ6QRuyoJdXOIJryLw==",
            "argon2$argon2i$v=19$m=512,t=2,p=2$XD+1via2Jpjh0rL3EKFX5Q$q+/T/rAiQmQriA9YOabbPKQ2OneBT+ST6Q735mmWMho",
            "bcrypt_sha256$$2b$04$sWPgTouhHapSak6lcUOU4e.nYLW.x9dnxThQyFioaxLgMLL3n/owq",
            "scrypt$1024$lokgV8nD0J92CE0f9OH9m7$8$1$dtNUHpE9eczrDDA+wVBFJ4oWJLi3cLNkRV1IzSPFGXKX6gcPKcEVbEC3PQTre/Txp8peobRV1vDLrecArufa1Q==");

    @ParameterizedTest
    @FieldSource("HASHES")
    void what_django_has_hashed_is_known_again(String hash) {
        var read = DjangoHash.read(hash).orElseThrow();
        assertThat(read.isOf(PASSWORD)).isTrue();
        assertThat(read.isOf("akwaba 2026 à Abidjan")).isFalse();
        assertThat(read.isOf("")).isFalse();
    }

    @Test
    void only_the_digest_lets_bcrypt_see_past_72_bytes() {
        var first = "x".repeat(72) + "one";
        // make_password("x" * 72 + "one", hasher="bcrypt_sha256"), rounds of 4; hasher="bcrypt", of the first 72 bytes
        assertThat(DjangoHash.read("bcrypt_sha256$$2b$04$pYEgi9UQ.y6eyvlt9CCL5ut.eUAg0LzzIYzEGyM4YVg0pcv.bIxIG")
                        .orElseThrow()
                        .isOf(first))
                .isTrue();
        assertThat(DjangoHash.read("bcrypt_sha256$$2b$04$pYEgi9UQ.y6eyvlt9CCL5ut.eUAg0LzzIYzEGyM4YVg0pcv.bIxIG")
                        .orElseThrow()
                        .isOf("x".repeat(72) + "two"))
                .isFalse();
        assertThat(DjangoHash.read("bcrypt$$2b$04$KU8zs/r7jwaFYqDGpiE3Q.WG.z/VGAHVfxIuc0ZckK8TXKiFyJoSC")
                        .orElseThrow()
                        .isOf(first))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!mlBWaxz8FiFX5uKxG68pTd9yiyhLKjGDzFPulzJT",
                "secret",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "md5$salt$b305cadbb3bce54f3aa59c64fec00dea",
                "$argon2id$v=19$m=19456,t=2,p=1$RXRSSFR1OUNEZkF0NmZqdEU5ajZ4RQ$UXw4cGIatZXOWsL6MrobZaFYWHTjJynSU5JnmThXuSk",
                "pbkdf2_sha256$1000$salt$HeJXqEY6W7eh9KSfdeYHJcPhXRD7qcDy29c0RzYzGR4",
                "pbkdf2_sha256$1000$$HeJXqEY6W7eh9KSfdeYHJcPhXRD7qcDy29c0RzYzGR4=",
                "pbkdf2_sha512$1000$salt$HeJXqEY6W7eh9KSfdeYHJcPhXRD7qcDy29c0RzYzGR4=",
                "bcrypt$$2b$04$sWPgTouhHapSak6lcUOU4e.nYLW"
            })
    void anything_else_is_no_hash_of_django(String text) {
        assertThat(DjangoHash.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2_sha256$0$salt$HeJXqEY6W7eh9KSfdeYHJcPhXRD7qcDy29c0RzYzGR4=",
                "pbkdf2_sha256$9999999$salt$HeJXqEY6W7eh9KSfdeYHJcPhXRD7qcDy29c0RzYzGR4=",
                "pbkdf2_sha256$99999999999$salt$HeJXqEY6W7eh9KSfdeYHJcPhXRD7qcDy29c0RzYzGR4=",
                "argon2$argon2id$v=19$m=4194304,t=2,p=8$RXRSSFR1OUNEZkF0NmZqdEU5ajZ4RQ$UXw4cGIatZXOWsL6MrobZaFYWHTjJynSU5JnmThXuSk",
                "argon2$argon2id$v=19$m=102400,t=9999,p=8$RXRSSFR1OUNEZkF0NmZqdEU5ajZ4RQ$UXw4cGIatZXOWsL6MrobZaFYWHTjJynSU5JnmThXuSk",
                "argon2$argon2id$v=19$m=102400,t=2,p=99$RXRSSFR1OUNEZkF0NmZqdEU5ajZ4RQ$UXw4cGIatZXOWsL6MrobZaFYWHTjJynSU5JnmThXuSk",
                "argon2$argon2id$v=19$m=1,t=1,p=1$RXRSSFR1OUNEZkF0NmZqdEU5ajZ4RQ$UXw4cGIatZXOWsL6MrobZaFYWHTjJynSU5JnmThXuSk",
                "bcrypt_sha256$$2b$31$0E4N.V1jC9cdMssFklT3DOPTDRsxbvvLUhEVvc6AANuxwqejsqdJ.",
                "bcrypt_sha256$$2b$03$0E4N.V1jC9cdMssFklT3DOPTDRsxbvvLUhEVvc6AANuxwqejsqdJ.",
                "scrypt$1$salt$8$5$z9vyZmpS8GR0dDQNyG/EacalJty5yjvJO1GNLN27Y9M1DR6mOAi9VdnMpRsgW2n+WpzZoQ6QRuyoJdXOIJryLw==",
                "scrypt$16383$salt$8$5$z9vyZmpS8GR0dDQNyG/EacalJty5yjvJO1GNLN27Y9M1DR6mOAi9VdnMpRsgW2n+WpzZoQ6QRuyoJdXOIJryLw==",
                "scrypt$4194304$salt$8$1$z9vyZmpS8GR0dDQNyG/EacalJty5yjvJO1GNLN27Y9M1DR6mOAi9VdnMpRsgW2n+WpzZoQ6QRuyoJdXOIJryLw==",
                "scrypt$16384$salt$999$999$z9vyZmpS8GR0dDQNyG/EacalJty5yjvJO1GNLN27Y9M1DR6mOAi9VdnMpRsgW2n+WpzZoQ6QRuyoJdXOIJryLw=="
            })
    void a_hash_that_asks_for_too_much_or_for_nothing_is_not_read(String hash) {
        assertThat(DjangoHash.read(hash)).isEmpty();
    }
}
