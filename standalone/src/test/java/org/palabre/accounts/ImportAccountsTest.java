package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.palabre.platform.PostgresProcesses;
import org.palabre.platform.StandalonePlatform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Accounts of another application, from its table to the first log-in. */
@OneShape("the command of the other shape is the same code")
class ImportAccountsTest {

    private static final String PASSWORD = "Akwaba 2026 à Abidjan";

    /** Made by Django 5.2.17: ScryptPasswordHasher().encode(PASSWORD, …), with a work factor of 1024. */
    private static final String SCRYPT =
            "scrypt$1024$bj1ib2q8JMbqYBiL19IKx6$8$5$6ZbQIKAKWl4gtWOt35QzEgO60kCtqHb0DDcIJ2pdmBkxVRqAKTx+mtVqKWJ6eHcix2ynd0ogZ1GZgGaYZ1KIJw==";

    /** Made by Django 5.2.17: PBKDF2PasswordHasher().encode(PASSWORD, …), 1,000 iterations. */
    private static final String PBKDF2 = "pbkdf2_sha256$1000$akwaba$g/oKHlv/M3wBInP/INzZ1NPkag1t2a79o/znPJu8x9Y=";

    @TempDir
    private Path home;

    /** How a run ended, and what it said. */
    private record Ending(int exitCode, String said) {}

    @Test
    void whoever_was_imported_logs_in_as_before_and_is_hashed_anew() {
        var table = table(
                "id,password,last_login,is_superuser,username,first_name,last_name,email,is_staff,is_active,date_joined,email_verified,phone",
                "1,%s,2026-10-01 07:15:00.5+00,t,awa,Awa,Koné,Awa@Example.org,t,t,2024-05-31 18:30:00.123456+00,t,07 07 07 07 07"
                        .formatted(PBKDF2),
                "2,%s,,f,issa@example.org,Issa,Traoré,issa@example.org,f,t,2025-01-31 23:30:00-01,f,".formatted(SCRYPT),
                "3,%s,,f,,Salif,\"Diallo, père\",salif@example.org,f,f,,t,".formatted(SCRYPT),
                "4,!unusable,,f,,Fatou,Bamba,fatou@example.org,f,t,,t,");

        var imported = run(table);

        assertThat(imported.exitCode()).as(imported.said()).isZero();
        assertThat(imported.said()).contains("Of 4 accounts 4 were imported, 0 were there already");
        try (var platform = StandalonePlatform.start(home, Map.of(), Platform.SOON_THERE)) {
            var people = platform.admin().client().get("/api/admin/users?ordering=created_at");
            assertThat(people.json().at("/results/0/created_at").asString()).isEqualTo("2024-05-31T18:30:00.123456Z");
            assertThat(people.json().at("/results/0/last_login_at").asString()).isEqualTo("2026-10-01T07:15:00.500Z");
            assertThat(people.json().at("/results/1/created_at").asString()).isEqualTo("2025-02-01T00:30:00Z");
            assertThat(people.json().at("/results/1/last_login_at").isNull()).isTrue();

            var anyone = platform.anyone();
            assertThat(hashes(platform)).contains(PBKDF2);
            logIn(anyone, "awa", "not the password").refuses(401, "invalid_credentials");

            var awa = logIn(anyone, "awa", PASSWORD).is(200);
            assertThat(awa.text("user.email")).isEqualTo("Awa@Example.org");
            assertThat(awa.text("user.telephone")).isEqualTo("+2250707070707");
            assertThat(awa.text("user.status")).isEqualTo("active");
            assertThat(awa.text("user.created_at")).isEqualTo("2024-05-31T18:30:00.123456Z");
            assertThat(awa.json().at("/user/roles").toString()).isEqualTo("[]");
            assertThat(hashes(platform)).doesNotContain(PBKDF2).anyMatch(hash -> hash.startsWith("$argon2id$"));
            logIn(anyone, "07 07 07 07 07", PASSWORD).is(200);

            var issa = logIn(anyone, "issa@example.org", PASSWORD).is(200);
            assertThat(issa.text("user.status")).isEqualTo("unverified");
            assertThat(issa.json().at("/user/username").isNull()).isTrue();
            logIn(anyone, "salif@example.org", PASSWORD).refuses(403, "account_suspended");
            logIn(anyone, "fatou@example.org", "!unusable").refuses(401, "invalid_credentials");
            assertThat(anyone.get("/api/dev/mailbox").is(200).json()).isEmpty();

            var refused = run(table);
            assertThat(refused.exitCode())
                    .as("a platform that runs is left alone")
                    .isEqualTo(1);
            assertThat(refused.said()).contains("A platform is running on");
            anyone.get("/health").is(200);
        }
    }

    @Test
    void bad_lines_are_named_and_the_good_ones_go_in_once_however_often_they_are_imported() {
        var table = table(
                "email,first_name,last_name,password,username,telephone,is_active,date_joined",
                "awa@example.org,Awa,Koné,,awa,0707070707,true,",
                "no address,Issa,Traoré,,,,true,",
                "salif@example.org,,Diallo,5f4dcc3b5aa765d61d8327deb882cf99,1salif,070707,perhaps,3024-05-31 18:30:00+00",
                "AWA@example.org,Awa,Koné,,,,true,",
                "fatou@example.org,Fatou,Bamba",
                "binta@example.org,Binta,Sow,,Awa,,true,",
                "moussa@example.org,Moussa,Cissé,,,+225 07 07 07 07 07,true,",
                "kofi@example.org,Kofi,Mensah,pbkdf2_sha256$9999999$salt$HeJXqEY6W7eh9KSfdeYHJcPhXRD7qcDy29c0RzYzGR4=,,,true,",
                "aya@example.org,Aya,Kouassi,,,,true,");

        var first = run(table);

        assertThat(first.exitCode()).as(first.said()).isEqualTo(2);
        assertThat(first.said())
                .contains("Line 3: email must be an e-mail address.")
                .contains("Line 4: date_joined must be a moment from 1970 until now, such as 2024-05-31 18:30:00+00;"
                        + " first_name must be a text of one line, not empty; is_active must be true or false;"
                        + " password must be a hash of Django's that takes no more than four times its usual work;"
                        + " telephone is too short for a telephone number of its country;"
                        + " username must start with a letter")
                .contains("Line 5: email is that of line 2.")
                .contains("Line 6: there have to be as many values as columns.")
                .contains("Line 7: username is that of line 2.")
                .contains("Line 8: telephone is that of line 2.")
                .contains("Line 9: password must be a hash of Django's")
                .contains("Of 9 accounts 2 were imported, 0 were there already, 7 could not be taken.");

        var second = run(table(
                "email,first_name,last_name,password,username,telephone",
                "AWA@example.org,Awa,Koné,,,",
                "aya@example.org,Aya,Kouassi,,,",
                "binta@example.org,Binta,Sow,,AWA,",
                "moussa@example.org,Moussa,Cissé,,,0707070707"));

        assertThat(second.exitCode()).as(second.said()).isEqualTo(2);
        assertThat(second.said())
                .contains("Line 4: username is somebody else's.")
                .contains("Line 5: telephone is somebody else's.")
                .contains("Of 4 accounts 0 were imported, 2 were there already, 2 could not be taken.");
    }

    @Test
    void an_import_that_was_killed_is_run_again_and_nobody_is_there_twice() {
        var people = 400;
        var table = table(Stream.concat(
                        Stream.of("email,first_name,last_name,password,username"),
                        IntStream.range(0, people)
                                .mapToObj(
                                        number -> "person%d@example.org,Awa,Koné,,person%d".formatted(number, number)))
                .toArray(String[]::new));

        var killed = begin(table);
        await().until(() -> said().contains("Importing: "));
        killed.destroyForcibly().onExit().join();
        var second = run(table);

        assertThat(second.exitCode()).as(second.said()).isZero();
        assertThat(second.said()).contains("Of 400 accounts").contains("0 could not be taken.");
        try (var platform = StandalonePlatform.start(home, Map.of(), Platform.SOON_THERE)) {
            var registered = platform.history().stream()
                    .filter(event -> event.type().equals("accounts.AccountRegistered"))
                    .count();
            assertThat(registered).isEqualTo(people + 1);
        }
    }

    @Test
    void says_how_it_is_used_and_what_is_no_table() {
        assertThat(run(Path.of("--help"))).extracting(Ending::exitCode).isEqualTo(0);
        assertThat(run(home.resolve("nowhere.csv")).said()).contains("There is no file");
        assertThat(run(table("email,first_name", "awa@example.org,Awa")).said())
                .contains("there is none called last_name, password");
    }

    private static Answer logIn(Client anyone, String login, String password) {
        return anyone.post("/api/auth/login", Map.of("login", login, "password", password));
    }

    private static List<String> hashes(Platform platform) {
        return JdbcClient.create(new DriverManagerDataSource(platform.database()))
                .sql("select password_hash from credential")
                .query(String.class)
                .list();
    }

    private Path table(String... lines) {
        try {
            return Files.write(home.resolve("accounts.csv"), List.of(lines));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Ending run(Path table) {
        var runsAlready = !database().all().isEmpty();
        var process = begin(table);
        process.onExit().join();
        if (!runsAlready) {
            // it asks its PostgreSQL to stop, and does not wait for it in all circumstances
            database().awaitEnd();
        }
        return new Ending(process.exitValue(), said());
    }

    private Process begin(Path table) {
        try {
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:TieredStopAtLevel=1",
                            "-Ddisable-axoniq-console-message=true",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.palabre.Standalone",
                            "import-accounts",
                            table.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile());
            builder.environment().put("PALABRE_HOME", home.toString());
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path log() {
        return home.resolve("import.log");
    }

    private PostgresProcesses database() {
        return PostgresProcesses.on(home.resolve("postgres/data"));
    }
}
