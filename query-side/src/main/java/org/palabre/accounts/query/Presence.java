package org.palabre.accounts.query;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.palabre.shared.Actor;
import org.palabre.sockets.Attendant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells all nodes whose sockets are open here. Nothing is decided by it, so it is no event; and it is a lease, by the
 * database's clock: those who were connected to a node that died are gone when nobody has said otherwise for a while.
 */
@Component
class Presence implements Attendant, SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    /** A third of what a lease holds. */
    private static final Duration RENEWAL = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final String node;

    /** How many sockets of each account are open. */
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    /** One after the other, each telling what is so by then: whatever order things happen in, the last word is true. */
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("presence").factory());

    Presence(DataSource dataSource, @Value("${palabre.node:standalone}") String node) {
        this.jdbc = JdbcClient.create(dataSource);
        this.node = node;
    }

    @Override
    public void came(Actor actor) {
        changed(actor, 1);
    }

    @Override
    public void left(Actor actor) {
        changed(actor, -1);
    }

    private void changed(Actor actor, int by) {
        if (actor instanceof Actor.Account account) {
            open.merge(account.id(), by, (many, more) -> many + more == 0 ? null : many + more);
            if (!teller.isShutdown()) {
                teller.execute(() -> tell(Set.of(account.id())));
            }
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        teller.execute(this::forgetThoseOfBefore);
        var _ = teller.scheduleWithFixedDelay(
                this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A node that comes back under its name has none of those who were connected when it died. */
    private void forgetThoseOfBefore() {
        try {
            jdbc.sql("update presence set here = false where node = ? and here")
                    .param(node)
                    .update();
        } catch (RuntimeException failure) {
            LOG.warn("Who was connected to {} before counts as connected until its lease ends", node, failure);
        }
    }

    private void renew() {
        var accounts = Set.copyOf(open.keySet());
        if (!accounts.isEmpty()) {
            tell(accounts);
        }
    }

    private void tell(Collection<UUID> accounts) {
        try {
            jdbc.sql("""
                            with of_the_dead as (
                                delete from presence
                                where account_id = any(:accounts) and node <> :node
                                    and seen_at < now() - interval '90 seconds'
                            )
                            insert into presence (account_id, node, here, seen_at)
                            select account, :node, here, now()
                            from unnest(:accounts, :here) told (account, here)
                            on conflict (account_id, node)
                            do update set here = excluded.here, seen_at = excluded.seen_at
                            """)
                    .param("node", node)
                    .param("accounts", accounts.toArray(UUID[]::new))
                    .param(
                            "here",
                            accounts.stream()
                                    .map(account -> open.getOrDefault(account, 0) > 0)
                                    .toArray(Boolean[]::new))
                    .update();
        } catch (RuntimeException failure) {
            LOG.warn("Could not tell who is connected; it is told again", failure);
        }
    }

    /** Tells what is left to tell, of those too who were sent away at the end. */
    @Override
    public void destroy() {
        teller.close();
    }
}
