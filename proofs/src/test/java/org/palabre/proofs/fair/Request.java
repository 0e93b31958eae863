package org.palabre.proofs.fair;

import java.util.Map;
import java.util.UUID;

/**
 * One wish of somebody, however often it is sent.
 *
 * @param key unique among all requests
 * @param who the student or company that asks
 * @param subject what it is about: a company to join, an inscription, or whoever asks
 * @param wanted the state that is asked for, where it is one
 */
record Request(
        String key, Action action, String who, String subject, String wanted, String method, String path, Object body) {

    static Request join(String student, String company) {
        return of(Action.JOIN, student, company, "", "POST", "/api/queues", Map.of("company_id", company));
    }

    static Request leave(String student, String inscription) {
        return of(Action.LEAVE, student, inscription, "", "DELETE", "/api/queues/" + inscription, null);
    }

    static Request status(String student, boolean available) {
        var status = available ? "available" : "paused";
        var action = available ? Action.BE_AVAILABLE : Action.TAKE_A_PAUSE;
        return of(action, student, student, status, "PUT", "/api/students/me/status", Map.of("status", status));
    }

    static Request callNext(String company) {
        return of(Action.CALL_NEXT, company, company, "", "POST", "/api/company/me/next", null);
    }

    static Request end(Action action, String company, String inscription) {
        var path = "/api/company/me/queue/" + inscription + (action == Action.COMPLETE ? "/complete" : "/cancel");
        return of(action, company, inscription, "", "POST", path, null);
    }

    static Request slots(String company, int slots) {
        return of(
                Action.CHANGE_SLOTS,
                company,
                company,
                Integer.toString(slots),
                "PATCH",
                "/api/company/me",
                Map.of("max_concurrent_interviews", slots));
    }

    static Request recruiting(String company, boolean recruiting) {
        var status = recruiting ? "recruiting" : "paused";
        var action = recruiting ? Action.REOPEN : Action.CLOSE;
        return of(action, company, company, status, "PATCH", "/api/company/me", Map.of("status", status));
    }

    private static Request of(
            Action action, String who, String subject, String wanted, String method, String path, Object body) {
        return new Request(UUID.randomUUID().toString(), action, who, subject, wanted, method, path, body);
    }
}
