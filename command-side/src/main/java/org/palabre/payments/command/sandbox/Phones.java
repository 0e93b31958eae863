package org.palabre.payments.command.sandbox;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.palabre.deadlines.Errand;
import org.palabre.payments.command.Webhooks;
import org.palabre.payments.command.providers.Signatures;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers telephones, and tells the platform by the same door that is open to everybody. */
@Component
@ConditionalOnBooleanProperty("palabre.payments.sandbox")
class Phones implements Errand<Phones.News> {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What the platform is told.
     *
     * @param times how often
     */
    record News(Webhook webhook, int times) {}

    /** The body of a webhook. */
    record Webhook(UUID id, UUID reference, String status) {}

    private final Sandbox sandbox;
    private final Signatures signatures;
    private final Webhooks webhooks;

    Phones(Sandbox sandbox, Signatures signatures, Webhooks webhooks) {
        this.sandbox = sandbox;
        this.signatures = signatures;
        this.webhooks = webhooks;
    }

    @CommandHandler
    News handle(AnswerPhone command, Actor actor) {
        actor.mustBePlatform();
        var phone = command.phone();
        sandbox.become(command.reference(), phone.accepts() ? "SUCCEEDED" : "FAILED");
        return new News(
                new Webhook(Ids.next(), command.reference(), phone.accepts() ? "succeeded" : "failed"),
                phone.webhooks());
    }

    @Override
    public Class<News> task() {
        return News.class;
    }

    @Override
    public void run(News news) {
        var body = JSON.writeValueAsBytes(news.webhook());
        for (int i = 0; i < news.times(); i++) {
            webhooks.fromSandbox(body, signatures.ofSandbox(body));
        }
    }
}
