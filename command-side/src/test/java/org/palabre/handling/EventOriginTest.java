package org.palabre.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyCommand.ChangeCompany;
import org.palabre.queues.CompanyCommand.NewToken;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;
import org.palabre.shared.Ids;
import org.palabre.shared.Positions.Position;
import org.palabre.web.Commands;
import org.palabre.web.ConsistencyToken;
import org.palabre.web.MessageKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OnPostgres
class EventOriginTest {

    private static final Actor.Account ADMIN = new Actor.Account(Ids.next(), Ids.next(), true, Set.of(Role.ADMIN));

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore events;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PersonalKeys keys;

    private final CompanyId acme = CompanyId.next();
    private final Request opening = Request.by(ADMIN);
    private String token;

    @BeforeEach
    void an_admin_opens_acme() {
        token = opening.send(commands, new OpenCompany(acme, "Acme " + acme, 1, null), NewToken.class)
                .accessToken();
    }

    @Test
    void an_event_tells_who_asked_and_with_which_request() {
        assertThat(origin(0))
                .containsEntry(MessageKeys.ACTOR, ADMIN.id().toString())
                .containsEntry(MessageKeys.ACTOR_KIND, "account")
                .containsEntry(MessageKeys.REQUEST_ID, opening.id());
    }

    @Test
    void an_event_tells_which_command_it_follows_from() {
        assertThat(origin(0)).containsKeys("correlationId", "traceId");
    }

    @Test
    void an_event_keeps_nothing_of_a_token_or_of_what_only_the_command_needs() {
        assertThat(origin(0))
                .doesNotContainKeys(
                        "actorTokenHash", "actorSession", MessageKeys.IDEMPOTENCY_KEY, MessageKeys.EXPECTED_VERSION);
    }

    @Test
    void an_address_is_kept_for_the_one_who_acts_and_is_not_to_be_read_without_their_key() {
        var cipher = (String) origin(0).get(MessageKeys.IP);

        assertThat(keys.decrypt(ADMIN.id(), cipher)).contains(Request.IP);
        assertThat(jdbc.queryForList("select convert_from(metadata, 'UTF8') from event", String.class))
                .isNotEmpty()
                .noneMatch(metadata -> metadata.contains(Request.IP));
    }

    @Test
    void a_company_acts_under_its_own_name() {
        Request.by(new Actor.Company(acme.value(), AccessToken.hash(token)))
                .send(
                        commands,
                        new ChangeCompany(
                                acme, Change.keep(), Change.to(CompanyStatus.PAUSED), Change.keep(), Change.keep()),
                        CompanyView.class);

        assertThat(origin(1))
                .containsEntry(MessageKeys.ACTOR, acme.toString())
                .containsEntry(MessageKeys.ACTOR_KIND, "company");
        assertThat(keys.decrypt(acme.value(), (String) origin(1).get(MessageKeys.IP)))
                .contains(Request.IP);
    }

    @Test
    void an_answer_tells_how_far_the_events_go_of_all_that_it_changed() {
        var token = ConsistencyToken.read(opening.answered("Consistency-Token"));

        assertThat(token.aggregates()).contains(new Position("Company", acme.toString(), 0));
        assertThat(token.aggregates()).extracting(Position::type).containsExactlyInAnyOrder("Company", "Claim");
    }

    @Test
    void so_does_the_answer_to_a_request_with_a_key() {
        var globex = CompanyId.next();
        var keyed = Request.by(ADMIN).with("Idempotency-Key", "key of " + globex);

        keyed.send(commands, new OpenCompany(globex, "Globex " + globex, 1, null), NewToken.class);

        assertThat(ConsistencyToken.read(keyed.answered("Consistency-Token")).aggregates())
                .contains(new Position("Company", globex.toString(), 0));
    }

    @Test
    void an_answer_that_changed_nothing_has_a_token_too() {
        var request = Request.by(ADMIN);
        request.send(
                commands,
                new ChangeCompany(acme, Change.keep(), Change.keep(), Change.keep(), Change.keep()),
                CompanyView.class);

        assertThat(ConsistencyToken.read(request.answered("Consistency-Token")).aggregates())
                .isEmpty();
    }

    private MetaData origin(long sequence) {
        return events.readEvents(acme.toString(), sequence)
                .asStream()
                .map(DomainEventMessage::getMetaData)
                .findFirst()
                .orElseThrow();
    }
}
