package org.palabre.benchmarks;

import java.io.IOException;
import org.palabre.platform.Fair.Company;

/** A company that changes the limit of its queue over and over, so that each state of its board can be told apart. */
final class Stand {

    private static final int STUDENTS = 10;
    private static final int LIMITS = 10_000;

    private final Company company;
    private final Caller caller;
    private int limit;

    private Stand(Company company, Caller caller, int limit) {
        this.company = company;
        this.caller = caller;
        this.limit = limit;
    }

    /** With some students who wait. */
    static Stand at(Stage stage) throws Exception {
        var company = stage.company("Stand");
        for (var student : stage.students(STUDENTS)) {
            stage.platform().fair().join(student, company);
        }
        return new Stand(company, new Caller(stage.connect(), company.token()), STUDENTS);
    }

    /** Somebody else at the same company, who is never about to make the same change. */
    Stand colleague(Stage stage) throws IOException {
        return new Stand(company, new Caller(stage.connect(), company.token()), limit + LIMITS / 2);
    }

    Company company() {
        return company;
    }

    /** Asks for the next change. */
    void ask() throws IOException {
        limit = limit % LIMITS + 1;
        caller.ask("PATCH", "/api/company/me", "{" + shown() + "}");
    }

    /** How the change shows on the board. */
    String shown() {
        return "\"max_queue_size\":" + limit;
    }

    void answer() throws IOException {
        caller.connection().answer().is(200);
    }
}
