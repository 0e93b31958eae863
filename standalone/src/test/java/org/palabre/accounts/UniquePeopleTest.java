package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.OnePlatform;

/** Nobody has the name of another, however many ask for it at once. */
@ExtendWith(OnePlatform.class)
class UniquePeopleTest {

    private static final int CROWD = 20;

    private final Client anyone;

    UniquePeopleTest(Fair fair) {
        anyone = fair.anyone();
    }

    @Test
    void an_address_belongs_to_one() throws Exception {
        oneGetsIt(
                "email_taken",
                number -> Map.of("email", number % 2 == 0 ? "Une@Foule.Example.org" : "une@foule.example.org"));
    }

    @Test
    void a_username_belongs_to_one() throws Exception {
        oneGetsIt(
                "username_taken",
                number -> Map.of(
                        "email",
                        "nom" + number + "@foule.example.org",
                        "username",
                        number % 2 == 0 ? "Foule" : "foule"));
    }

    @Test
    void a_telephone_belongs_to_one() throws Exception {
        oneGetsIt(
                "telephone_taken",
                number -> Map.of(
                        "email",
                        "tel" + number + "@foule.example.org",
                        "telephone",
                        number % 2 == 0 ? "+225 07 01 02 03 04" : "0701020304"));
    }

    @Test
    void of_several_names_that_are_taken_the_first_is_told() {
        var names = Map.of("email", "premier@foule.example.org", "username", "premier", "telephone", "0705060708");
        register(names).is(201);
        register(names).refuses(409, "email_taken");
        var other = new HashMap<>(names);
        other.put("email", "second@foule.example.org");
        register(other).refuses(409, "username_taken");
        other.put("username", "second");
        register(other).refuses(409, "telephone_taken");
        other.put("telephone", "0705060709");
        register(other).is(201);
    }

    private void oneGetsIt(String refusal, IntFunction<Map<String, String>> names) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = people.invokeAll(IntStream.range(0, CROWD)
                    .<Callable<Answer>>mapToObj(number -> () -> register(names.apply(number)))
                    .toList());
            for (var each : asked) {
                answers.add(each.get());
            }
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.refuses(409, refusal));
    }

    private Answer register(Map<String, String> names) {
        var body = new HashMap<>(Map.of(
                "password",
                Fair.PASSWORD,
                "password_confirm",
                Fair.PASSWORD,
                "first_name",
                "Une",
                "last_name",
                "Foule"));
        body.putAll(names);
        return anyone.post("/api/auth/register", body);
    }
}
