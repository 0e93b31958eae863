package org.palabre.platform;

import static org.palabre.platform.Patience.await;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** People and companies of a fair, made through the public API only. */
public record Fair(Client anyone) {

    public static final String PASSWORD = "baobab-et-palabres-7";

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A company with its access token. */
    public record Company(String id, String name, String token, Client client) {}

    /** Somebody with an account. */
    public record Person(String id, String email, Client client) {}

    public Person admin(String email, String password) {
        var answer = anyone.post("/api/auth/login", Map.of("login", email, "password", password))
                .is(200);
        return new Person(answer.text("user.id"), email, anyone.as(answer.text("access")));
    }

    /** An account with the role of a student, e-mail proved. */
    public Person account(String firstName) {
        var email =
                "%s.%d@example.org".formatted(firstName.toLowerCase(java.util.Locale.ROOT), NUMBER.incrementAndGet());
        var answer = register(email, firstName);
        anyone.post("/api/auth/email/verify", Map.of("email", email, "code", code(email)))
                .is(200);
        return new Person(answer.text("user.id"), email, anyone.as(answer.text("access")));
    }

    public Answer register(String email, String firstName) {
        return anyone.post(
                        "/api/auth/register",
                        Map.of(
                                "email", email,
                                "password", PASSWORD,
                                "password_confirm", PASSWORD,
                                "first_name", firstName,
                                "last_name", "Koné",
                                "role", "student"))
                .is(201);
    }

    /** The one-time code that was mailed last. */
    public String code(String email) {
        var code = new String[1];
        await().until(() -> {
            var mails = anyone.get("/api/dev/mailbox?to=" + email).is(200).json();
            var found = mails.isEmpty()
                    ? null
                    : CODE.matcher(mails.get(0).get("text").asString());
            return found != null && found.find() && (code[0] = found.group()) != null;
        });
        return code[0];
    }

    /** The text of the newest mail to somebody whose subject begins like this, once there is one; its spaces are plain. */
    public String mailed(Person to, String subject) {
        await().until(() -> mailsThatBegin(to, subject).findFirst().isPresent());
        return mailsThatBegin(to, subject)
                .findFirst()
                .orElseThrow()
                .get("text")
                .asString()
                .replaceAll("\\p{Zs}", " ");
    }

    /** How many mails to somebody have a subject that begins like this. */
    public long countMails(Person to, String subject) {
        return mailsThatBegin(to, subject).count();
    }

    private Stream<JsonNode> mailsThatBegin(Person to, String subject) {
        return mails(to)
                .valueStream()
                .filter(mail -> mail.get("subject").asString().startsWith(subject));
    }

    /** All mails to somebody, newest first. */
    public JsonNode mails(Person to) {
        return anyone.get("/api/dev/mailbox?to=" + to.email()).is(200).json();
    }

    /** A student with a profile at the fair. */
    public Person student(String firstName) {
        var person = account(firstName);
        person.client()
                .post("/api/students", Map.of("first_name", firstName, "last_name", "Koné"))
                .is(201);
        return person;
    }

    public Company company(Person admin, String name, int slots) {
        var answer = admin.client()
                .post("/api/admin/companies", Map.of("name", name, "max_concurrent_interviews", slots))
                .is(201);
        return new Company(
                answer.text("id"), name, answer.text("access_token"), anyone.as(answer.text("access_token")));
    }

    /** The student's new inscription at the company. */
    public String join(Person student, Company company) {
        return student.client()
                .post("/api/queues", Map.of("company_id", company.id()))
                .is(201)
                .text("id");
    }
}
