package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** Whatever is sent wherever: it is answered, and never with an error of the platform. */
@ExtendWith(OnePlatform.class)
class JunkTest {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private static final List<String> IDS = List.of(NOBODY, "x", "%20", "..;", "%F0%9F%98%80", "-1", "a".repeat(2000));
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "\"\\ud800\"",
            "{\"name\":{\"a\":[1e999]}}",
            "{\"email\":\"\\u0000\",\"code\":\"\\u0000\",\"login\":\"\\u0000\",\"password\":\"\\u0000\",\"refresh\":\"\\u0000\"}",
            "{\"company_id\":1,\"status\":{},\"roles\":{\"a\":1},\"refresh\":[],\"login\":[[]],\"email\":false}",
            "{\"company_id\":\"x\",\"roles\":[null,1,\"king\"],\"token\":\"x\",\"status\":null,\"first_name\":null}");
    private static final List<String> QUERIES =
            List.of("", "?page=9e9", "?search=%00&page_size=x", "?a=%ff", "?=", "?to=%00");
    private static final List<List<String>> HEADERS = List.of(
            List.of(),
            List.of("Accept", "a/b;q=x", "Accept-Language", ";;;"),
            List.of("If-Match", "\"", "Prefer", "wait=99999999999999"),
            List.of("Content-Type", "multipart/form-data"),
            List.of("Content-Type", "application/json;charset=nonsense"),
            List.of("Idempotency-Key", "é", "Consistency-Token", "MSxhOmI6Yw", "Range", "bytes=9-1"));

    private final Client anyone;
    private final List<Client> callers;

    JunkTest(Fair fair, Person admin) {
        anyone = fair.anyone();
        callers = List.of(
                anyone,
                admin.client(),
                fair.student("Jonque").client(),
                fair.company(admin, "Jonque", 1).client());
    }

    @Test
    void junk_is_refused_with_a_problem_and_never_an_error_of_the_platform() {
        var operations = operations();
        var ofEach = callers.size() * BODIES.size();
        assertThat(operations.size() * ofEach).isGreaterThan(1000);
        IntStream.range(0, operations.size() * ofEach).parallel().forEach(number -> {
            var operation = operations.get(number / ofEach);
            var caller = callers.get(number % ofEach / BODIES.size());
            judge(send(operation, caller, number), "%s, number %d".formatted(operation, number));
        });
    }

    private record Operation(String method, String path) {}

    /** Every call of the API's own description. */
    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        anyone.get("/api/schema")
                .is(200)
                .json()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()))));
        assertThat(operations).hasSizeGreaterThan(40);
        return operations;
    }

    /** Goes through all junk of a kind before it repeats any. */
    private static Answer send(Operation operation, Client caller, int number) {
        var path = operation.path().replaceAll("\\{\\w+}", IDS.get(number % IDS.size()));
        var sending = caller;
        var headers = HEADERS.get(number % HEADERS.size());
        for (int each = 0; each < headers.size(); each += 2) {
            sending = sending.with(headers.get(each), headers.get(each + 1));
        }
        var body = operation.method().equals("GET") ? null : BODIES.get(number % BODIES.size());
        return sending.send(operation.method(), path + QUERIES.get(number % QUERIES.size()), body);
    }

    private static void judge(Answer answer, String what) {
        assertThat(answer.status()).as(what + answer.text()).isBetween(200, 499);
        if (answer.status() >= 400 && answer.header("Content-Type").contains("json")) {
            assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
            assertThat(answer.text("code")).as(what).isNotBlank();
        } else if (answer.status() >= 400) {
            assertThat(answer.status()).as(what + answer.text()).isIn(400, 414, 431);
        }
    }
}
