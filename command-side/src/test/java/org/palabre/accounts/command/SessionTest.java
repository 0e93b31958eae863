package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Grant;
import org.palabre.accounts.SessionEvent.SessionEnded;
import org.palabre.accounts.SessionEvent.SessionEnded.Cause;
import org.palabre.accounts.SessionEvent.SessionRenewed;
import org.palabre.accounts.SessionEvent.SessionStarted;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Personal;

class SessionTest {

    private static final AccountId ADA = AccountId.next();
    private static final SessionId SESSION = SessionId.next();
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofMinutes(30));

    private final FixtureConfiguration<Session> session = new AggregateTestFixture<>(Session.class);

    @Test
    void the_newest_grant_is_renewed() {
        session.given(started())
                .whenInvoking(
                        SESSION.toString(),
                        it -> assertThat(it.renew(1, LATER)).contains(new Grant(ADA, SESSION, 2, LATER)))
                .expectEvents(renewed(2, LATER));
    }

    @Test
    void shown_again_at_once_it_leads_to_the_same_grant() {
        session.given(started(), renewed(2, LATER))
                .whenInvoking(
                        SESSION.toString(),
                        it -> assertThat(it.renew(1, LATER.plus(Session.GRACE)))
                                .contains(new Grant(ADA, SESSION, 2, LATER)))
                .expectNoEvents();
    }

    @Test
    void shown_again_later_it_ends_the_session() {
        session.given(started(), renewed(2, LATER))
                .whenInvoking(
                        SESSION.toString(),
                        it -> refused(it.renew(1, LATER.plus(Session.GRACE).plusMillis(1))))
                .expectEvents(ended(Cause.TOKEN_REUSED));
    }

    @Test
    void whoever_is_slow_gets_what_it_led_to_though_others_have_gone_on_from_there() {
        var soon = LATER.plusSeconds(1);
        session.given(started(), renewed(2, LATER), renewed(3, soon))
                .whenInvoking(
                        SESSION.toString(),
                        it -> assertThat(it.renew(1, LATER.plus(Session.GRACE)))
                                .contains(new Grant(ADA, SESSION, 2, LATER)))
                .expectNoEvents();
        session.given(started(), renewed(2, LATER), renewed(3, soon))
                .whenInvoking(
                        SESSION.toString(),
                        it -> refused(it.renew(1, LATER.plus(Session.GRACE).plusMillis(1))))
                .expectEvents(ended(Cause.TOKEN_REUSED));
    }

    @Test
    void one_that_is_much_older_ends_the_session_at_once() {
        session.given(started(), renewed(2, LATER), renewed(3, LATER.plusSeconds(60)))
                .whenInvoking(SESSION.toString(), it -> refused(it.renew(1, LATER.plusSeconds(60))))
                .expectEvents(ended(Cause.TOKEN_REUSED));
    }

    @Test
    void after_a_day_it_is_too_late() {
        session.given(started())
                .whenInvoking(SESSION.toString(), it -> refused(it.renew(1, START.plus(Duration.ofDays(1)))))
                .expectNoEvents();
    }

    @Test
    void a_session_that_has_ended_is_not_renewed() {
        session.given(started(), ended(Cause.LOGGED_OUT))
                .whenInvoking(SESSION.toString(), it -> refused(it.renew(1, LATER)))
                .expectNoEvents();
    }

    @Test
    void a_session_ends_once() {
        session.given(started(), ended(Cause.TOKEN_REUSED))
                .whenInvoking(SESSION.toString(), it -> it.end(Cause.LOGGED_OUT))
                .expectNoEvents();
    }

    private static void refused(Optional<Grant> grant) {
        assertThat(grant).isEmpty();
    }

    private static SessionStarted started() {
        return new SessionStarted(SESSION, ADA, Personal.of(ADA.value(), "192.0.2.1"), null, START, null);
    }

    private static SessionRenewed renewed(int number, Instant at) {
        return new SessionRenewed(SESSION, ADA, number, at);
    }

    private static SessionEnded ended(Cause cause) {
        return new SessionEnded(SESSION, ADA, cause);
    }
}
