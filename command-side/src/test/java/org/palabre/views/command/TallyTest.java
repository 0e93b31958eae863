package org.palabre.views.command;

import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.annotation.FixedValueParameterResolver;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.views.TallyCommand.CountViews;
import org.palabre.views.TallyEvent.ViewsCounted;
import org.palabre.views.TallyId;
import org.palabre.views.Viewed;

class TallyTest {

    private static final TallyId TALLY = TallyId.next();
    private static final List<Viewed.Times> TWICE =
            List.of(new Viewed.Times(new Viewed(Viewed.Kind.PAGE, UUID.randomUUID()), 2));

    private final FixtureConfiguration<Tally> fixture = askedBy(new Actor.Platform());

    private static FixtureConfiguration<Tally> askedBy(Actor actor) {
        var fixture = new AggregateTestFixture<>(Tally.class)
                .registerParameterResolverFactory((_, parameters, index) ->
                        parameters[index].getType() == Actor.class ? new FixedValueParameterResolver<>(actor) : null);
        return fixture.registerAnnotatedCommandHandler(new TallyCommands(fixture.getRepository()));
    }

    @Test
    void each_batch_counts() {
        fixture.given(counted(1)).when(count(2)).expectEvents(counted(2));
    }

    @Test
    void a_batch_that_is_sent_again_counts_once() {
        fixture.given(counted(1))
                .when(count(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_batch_that_comes_after_a_later_one_has_been_given_up() {
        fixture.given(counted(1), counted(3)).when(count(2)).expectNoEvents();
    }

    @Test
    void nobody_else_counts() {
        askedBy(new Actor.Anyone()).givenNoPriorActivity().when(count(1)).expectException(Refused.class);
    }

    private static CountViews count(int batch) {
        return new CountViews(TALLY, batch, TWICE);
    }

    private static ViewsCounted counted(int batch) {
        return new ViewsCounted(TALLY, batch, TWICE);
    }
}
