package org.palabre.proofs.fair;

import java.util.Map;

/** What people do at the fair, and the event that it leaves behind. */
enum Action {
    JOIN("queues.StudentJoined"),
    LEAVE("queues.StudentLeft"),
    BE_AVAILABLE("queues.StudentBecameAvailable"),
    TAKE_A_PAUSE("queues.StudentPaused"),
    CALL_NEXT("queues.InterviewStarted"),
    COMPLETE("queues.InterviewCompleted"),
    CANCEL("queues.InterviewCancelled"),
    CHANGE_SLOTS("queues.SlotsChanged"),
    CLOSE("queues.RecruitingPaused"),
    REOPEN("queues.RecruitingResumed");

    private static final Map<String, Action> BY_EVENT = java.util.Arrays.stream(values())
            .collect(java.util.stream.Collectors.toMap(Action::event, action -> action));

    private final String event;

    Action(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }

    /** The only action that leaves such an event behind, or {@code null}. */
    static Action behind(String event) {
        return BY_EVENT.get(event);
    }
}
