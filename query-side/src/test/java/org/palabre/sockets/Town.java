package org.palabre.sockets;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.SessionId;
import org.palabre.live.Changed;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.FindCompanyByToken;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.web.Credentials;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** A place with clocks that can be watched and a crier who can be heard: all that the sockets need to be tried. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            FlywayAutoConfiguration.class
        })
@ComponentScan({"org.palabre.sockets", "org.palabre.web"})
@ComponentScan(
        basePackages = {"org.palabre.accounts.query", "org.palabre.queues.query"},
        includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = StillGood.class),
        useDefaultFilters = false)
class Town {

    static final String ADA = "ada";
    static final String BOB = "bob";
    static final String COMPANY_TOKEN = AccessToken.next();

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private static final Actor.Account ADA_HERSELF = account(Role.STUDENT);
    private static final Actor.Account BOB_HIMSELF = account(Role.ADMIN);

    record FindClock(String name) {}

    record ClockView(int hourHand) {}

    record HearCrier(UUID listener) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("cry")
    record Cry(int number, String words) {}

    record ClockParams(String clockName) {}

    private final Map<String, AtomicInteger> clocks = new ConcurrentHashMap<>();
    private final Map<SessionId, Access> sessions = new ConcurrentHashMap<>();
    private final Map<String, CompanyId> companies = new ConcurrentHashMap<>();
    private final QueryUpdateEmitter updates;

    Town(QueryUpdateEmitter updates) {
        this.updates = updates;
        begin();
    }

    void set(String clock, int hour) {
        clocks.computeIfAbsent(clock, _ -> new AtomicInteger()).set(hour);
        touch(clock);
    }

    int advance(String clock) {
        var hour = clocks.get(clock).incrementAndGet();
        touch(clock);
        return hour;
    }

    void stopClock(String clock) {
        clocks.remove(clock);
        touch(clock);
    }

    /** Says that a clock has changed, whether it has or not. */
    void touch(String clock) {
        updates.emit(FindClock.class, query -> query.name().equals(clock), new Changed());
    }

    void cry(int number, String words) {
        updates.emit(HearCrier.class, _ -> true, new Cry(number, words));
    }

    long watchers(Object query) {
        return updates.activeSubscriptions().stream()
                .filter(each -> each.getPayload().equals(query))
                .count();
    }

    long listeners() {
        return updates.activeSubscriptions().stream()
                .filter(each -> each.getPayload() instanceof HearCrier)
                .count();
    }

    /** Everybody is logged in, and there is one company. */
    final void begin() {
        allow(ADA_HERSELF, ADA_HERSELF.roles());
        allow(BOB_HIMSELF, BOB_HIMSELF.roles());
        companies.put(AccessToken.hash(COMPANY_TOKEN), CompanyId.next());
    }

    void endSessionOfBob() {
        sessions.remove(new SessionId(BOB_HIMSELF.session()));
    }

    void takeRolesFromBob() {
        allow(BOB_HIMSELF, Set.of());
    }

    void replaceCompanyToken() {
        companies.clear();
    }

    private void allow(Actor.Account account, Set<Role> roles) {
        sessions.put(new SessionId(account.session()), new Access(account.proved(), roles));
    }

    @QueryHandler
    Optional<Access> handle(FindAccess query) {
        return Optional.ofNullable(sessions.get(query.sessionId()));
    }

    @QueryHandler
    Optional<ClockView> handle(FindClock query) {
        return Optional.ofNullable(clocks.get(query.name())).map(clock -> new ClockView(clock.get()));
    }

    @QueryHandler
    Optional<CompanyId> handle(FindCompanyByToken query) {
        return Optional.ofNullable(companies.get(query.tokenHash()));
    }

    @Bean
    Credentials people() {
        return token -> switch (token) {
            case ADA -> Optional.of(ADA_HERSELF);
            case BOB -> Optional.of(BOB_HIMSELF);
            default -> Optional.empty();
        };
    }

    @Bean
    Topic<ClockParams> clockTopic() {
        return new Topic<>() {

            @Override
            public String name() {
                return "clock";
            }

            @Override
            public Class<ClockParams> params() {
                return ClockParams.class;
            }

            @Override
            public Following follow(ClockParams params, Actor actor) {
                if (params.clockName().equals("nowhere")) {
                    throw new Refused(Common.NOT_FOUND);
                }
                return new Following(new FindClock(params.clockName()), ClockView.class);
            }
        };
    }

    @Bean
    Topic<Topic.NoParams> treasuryTopic() {
        return new Topic<>() {

            @Override
            public String name() {
                return "treasury";
            }

            @Override
            public Class<NoParams> params() {
                return NoParams.class;
            }

            @Override
            public Following follow(NoParams params, Actor actor) {
                actor.must(Role.ADMIN);
                return new Following(new FindClock("treasury"), ClockView.class);
            }
        };
    }

    @Bean
    Feed<Cry> crier() {
        return new Feed<>() {

            @Override
            public Class<Cry> news() {
                return Cry.class;
            }

            @Override
            public List<?> follow(Actor actor) {
                return actor instanceof Actor.Account account ? List.of(new HearCrier(account.id())) : List.of();
            }
        };
    }

    private static Actor.Account account(Role role) {
        return new Actor.Account(UUID.randomUUID(), UUID.randomUUID(), true, Set.of(role));
    }
}
