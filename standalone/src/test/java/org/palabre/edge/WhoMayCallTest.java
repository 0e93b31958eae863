package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/**
 * Who may make which call. Every call of the platform's description is made by everybody and lets in whom it says, and the
 * contract says the same of it.
 */
@ExtendWith(OnePlatform.class)
class WhoMayCallTest {

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";
    private static final String NO_TOKEN = "x".repeat(43);

    /** The sorts of callers, and what each is refused with. */
    private enum Caller {
        NOBODY,
        BAD_TOKEN,
        COMPANY,
        UNPROVED,
        WITHOUT_ROLE,
        STUDENT,
        EDITOR,
        ADMIN;

        /** With which code, if they are not let in. */
        Optional<String> refusal(String who) {
            return switch (who) {
                case "all_unread" -> Optional.empty();
                case "all" -> this == BAD_TOKEN ? Optional.of("not_authenticated") : Optional.empty();
                case "company" -> this == COMPANY ? Optional.empty() : Optional.of("not_authenticated");
                case "account" -> hasAccount() ? Optional.empty() : Optional.of("not_authenticated");
                case "active", "owner", "student", "editor", "admin" -> {
                    if (!hasAccount()) {
                        yield Optional.of("not_authenticated");
                    }
                    if (this == UNPROVED) {
                        yield Optional.of("email_not_verified");
                    }
                    yield is(who) ? Optional.empty() : Optional.of("forbidden");
                }
                default -> throw new IllegalArgumentException("Nobody knows who that is: " + who);
            };
        }

        private boolean hasAccount() {
            return compareTo(UNPROVED) >= 0;
        }

        private boolean is(String who) {
            return switch (who) {
                case "student" -> this == STUDENT;
                case "editor" -> this == EDITOR || this == ADMIN;
                case "admin" -> this == ADMIN;
                default -> true;
            };
        }
    }

    private record Call(String method, String path, String who, boolean takesBody) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean isBelow(String start) {
            return path.startsWith(start);
        }
    }

    private final Fair fair;
    private final Client anyone;
    private final Person admin;
    private final List<Call> calls;

    WhoMayCallTest(Fair fair, Person admin) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.admin = admin;
        this.calls = described();
    }

    private List<Call> described() {
        return anyone.get("/api/schema").is(200).json().get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Call(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().path("x-who").asString(),
                                operation.getValue().has("requestBody"))))
                .toList();
    }

    @Test
    void each_call_is_for_those_of_the_contract() throws IOException {
        var contract = contract();

        assertThat(calls).hasSizeGreaterThan(60).allSatisfy(call -> {
            var known = call.method() + " " + anyVariable(call.path());
            assertThat(contract)
                    .as(
                            "%s is not in who-may-call.txt: look up in the contract who may make it, and add it there",
                            call)
                    .containsKey(known);
            assertThat(call.who()).as("@Allow of %s, by the contract", call).isEqualTo(contract.get(known));
        });
    }

    private static Map<String, String> contract() throws IOException {
        try (var file = Objects.requireNonNull(WhoMayCallTest.class.getResourceAsStream("/who-may-call.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +", 3))
                    .collect(Collectors.toMap(words -> words[0] + " " + anyVariable(words[1]), words -> words[2]));
        }
    }

    private static String anyVariable(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }

    @TestFactory
    Stream<DynamicTest> each_call_lets_in_whom_it_says() {
        var company = fair.company(admin, "Porte Ouverte", 1);
        var callers = callers(company);
        var world = new World();
        return calls.stream()
                .map(call -> dynamicTest(call + ": " + call.who(), () -> {
                    callers.forEach((caller, client) -> caller.refusal(call.who())
                            .ifPresentOrElse(
                                    code -> refused(make(call, client, world.address(call, "me")), code),
                                    () -> letIn(call, make(call, client, world.address(call, "me")), world)));
                    if (call.who().equals("company")) {
                        letIn(call, make(call, anyone, world.address(call, company.token())), world);
                        make(call, anyone, world.address(call, NO_TOKEN)).refuses(404, "not_found");
                    }
                }));
    }

    private Map<Caller, Client> callers(Fair.Company company) {
        var callers = new EnumMap<Caller, Client>(Caller.class);
        callers.put(Caller.NOBODY, anyone);
        callers.put(Caller.BAD_TOKEN, anyone.as("bad"));
        callers.put(Caller.COMPANY, company.client());
        callers.put(
                Caller.UNPROVED,
                anyone.as(fair.register("who.may@example.org", "Ursule").text("access")));
        callers.put(Caller.WITHOUT_ROLE, withRoles("Wassa").client());
        callers.put(Caller.STUDENT, fair.student("Sira").client());
        callers.put(Caller.EDITOR, withRoles("Edith", "editor").client());
        callers.put(Caller.ADMIN, admin.client());
        return callers;
    }

    private Person withRoles(String firstName, String... roles) {
        var person = fair.account(firstName);
        admin.client()
                .put("/api/admin/users/" + person.id() + "/roles", Map.of("roles", roles))
                .is(200);
        return person;
    }

    /** What is there to be touched: nobody's who calls, and nobody misses it. */
    private final class World {

        private final String account = fair.account("Passant").id();
        private final String company = fair.company(admin, "Stand Vide", 1).id();
        private final Person another = fair.student("Autrui");
        private final String inscription = fair.join(another, fair.company(admin, "Chez Autrui", 1));
        private final String session =
                another.client().get("/api/auth/sessions").is(200).text("results.0.id");

        /** What belongs to somebody else, and so is not there for whoever is let in. */
        Optional<String> anothers(Call call) {
            if (call.isBelow("/api/auth/sessions/{id}")) {
                return Optional.of(session);
            }
            return call.isBelow("/api/queues/{id}") || call.isBelow("/api/company/{token}/queue/{id}")
                    ? Optional.of(inscription)
                    : Optional.empty();
        }

        private String id(Call call) {
            return anothers(call).orElseGet(() -> {
                if (call.isBelow("/api/users/") || call.isBelow("/users/") || call.isBelow("/api/admin/users/")) {
                    return account;
                }
                return call.isBelow("/api/companies/") || call.isBelow("/api/admin/companies/") ? company : NOTHING;
            });
        }

        String address(Call call, String token) {
            return call.path()
                    .replace("{token}", token)
                    .replace("{id}", id(call))
                    .replaceAll("\\{\\w+}", "nothing");
        }
    }

    /** With a body that is good for nothing: that is told only to those who may call. */
    private static Answer make(Call call, Client client, String address) {
        return client.send(call.method(), address, call.takesBody() ? "{}" : null);
    }

    private static void refused(Answer answer, String code) {
        answer.refuses(code.equals("not_authenticated") ? 401 : 403, code);
    }

    private static void letIn(Call call, Answer answer, World world) {
        if (world.anothers(call).isPresent()) {
            answer.refuses(404, "not_found");
        } else if (answer.status() >= 400) {
            assertThat(answer.status()).as(answer.text()).isNotIn(405, 429).isLessThan(500);
            assertThat(answer.text("code"))
                    .as(answer.text())
                    .isNotIn("not_authenticated", "email_not_verified", "forbidden");
        }
    }
}
