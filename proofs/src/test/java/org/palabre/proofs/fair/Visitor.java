package org.palabre.proofs.fair;

import java.util.Map;
import java.util.function.Supplier;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;

/** Somebody at the fair, who finds its door wherever it is now and stays known there. */
public final class Visitor {

    private final String id;
    private final String email;
    private final String password;
    private final Supplier<Client> door;
    private volatile String token;

    private Visitor(String id, String email, String password, Supplier<Client> door, String token) {
        this.id = id;
        this.email = email;
        this.password = password;
        this.door = door;
        this.token = token;
    }

    static Visitor admin(Person person, String password, Supplier<Client> door) {
        return new Visitor(
                person.id(), person.email(), password, door, person.client().token());
    }

    static Visitor student(Person person, Supplier<Client> door) {
        var profile = person.client().get("/api/students/me").is(200);
        return new Visitor(
                profile.text("id"),
                person.email(),
                Fair.PASSWORD,
                door,
                person.client().token());
    }

    static Visitor company(Answer opened, Supplier<Client> door) {
        return new Visitor(opened.text("id"), "", "", door, opened.text("access_token"));
    }

    String id() {
        return id;
    }

    Client client() {
        return door.get().as(token);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer send(String method, String path, Object body) {
        return send(client(), method, path, body);
    }

    /** Access lasts half an hour, which is less than some days at the fair. */
    Answer send(Client as, String method, String path, Object body) {
        var answer = as.send(method, path, body);
        return answer.status() == 401 && logInAgain() ? as.as(token).send(method, path, body) : answer;
    }

    private boolean logInAgain() {
        if (email.isEmpty()) {
            return false;
        }
        var answer = door.get().post("/api/auth/login", Map.of("login", email, "password", password));
        if (answer.status() == 200) {
            token = answer.text("access");
        }
        return answer.status() == 200;
    }
}
