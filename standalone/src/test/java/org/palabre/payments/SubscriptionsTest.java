package org.palabre.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Concert;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Plans, subscriptions and their payments as clients see them, paid on the sandbox. */
@ExtendWith(OnePlatform.class)
class SubscriptionsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Platform platform;
    private final Fair fair;
    private final Client admin;
    private final Person boss;

    SubscriptionsTest(Platform platform, Fair fair, Person admin) {
        this.platform = platform;
        this.fair = fair;
        this.admin = admin.client();
        this.boss = admin;
    }

    @Test
    void the_sandbox_is_offered() {
        assertThat(fair.anyone().get("/api/payment-providers").is(200).json().toString())
                .isEqualTo("{\"results\":[{\"provider\":\"sandbox\",\"name\":\"Sandbox\"}]}");
    }

    @Test
    void a_plan_is_offered_changed_and_withdrawn() {
        var name = "Formule " + NUMBER.incrementAndGet();
        var plan = admin.post("/api/admin/plans", plan(name, "5000", "P1M")).is(201);
        assertThat(plan.json().get("price").toString()).isEqualTo("{\"amount\":\"5000\",\"currency\":\"XOF\"}");
        assertThat(plan.text("period")).isEqualTo("P1M");
        assertThat(plan.json().get("features").toString())
                .isEqualTo("{\"paid_gatherings_per_month\":3,\"commission\":\"0.02\"}");
        assertThat(fair.anyone().get("/api/plans?page_size=100").is(200).text()).contains(name);
        admin.post("/api/admin/plans", plan(name.toUpperCase(java.util.Locale.ROOT), "1", "P1D"))
                .refuses(409, "name_taken");

        var address = "/api/admin/plans/" + plan.text("id");
        var changed = admin.patch(
                        address,
                        "{\"features\":{\"paid_gatherings_per_month\":null,\"commission\":\"0\"},\"period\":\"P2W\"}")
                .is(200);
        assertThat(changed.json()
                        .get("features")
                        .get("paid_gatherings_per_month")
                        .isNull())
                .isTrue();
        assertThat(changed.text("name")).isEqualTo(name);
        assertThat(changed.text("period")).isEqualTo("P14D");

        admin.delete(address).is(204);
        assertThat(fair.anyone().get("/api/plans?page_size=100").is(200).text()).doesNotContain(name);
        admin.patch(address, "{}").refuses(404, "not_found");
        admin.delete(address).refuses(404, "not_found");
        fair.account("Tardive")
                .client()
                .post("/api/subscriptions", choice(plan.text("id"), "07"))
                .refuses(404, "not_found");
        admin.post("/api/admin/plans", plan(name, "5000", "P1M")).is(201);
    }

    @Test
    void what_is_no_plan_is_refused() {
        for (var wrong : List.of(
                "{}",
                "{\"name\":\"x\",\"price\":{\"amount\":5000,\"currency\":\"XOF\"},\"period\":\"P1M\",\"features\":{\"commission\":\"0\"}}",
                "{\"name\":\"x\",\"price\":{\"amount\":\"5\",\"currency\":\"EUR\"},\"period\":\"P1M\",\"features\":{\"commission\":\"0\"}}",
                "{\"name\":\"x\",\"price\":{\"amount\":\"5\",\"currency\":\"XOF\"},\"period\":\"P0D\",\"features\":{\"commission\":\"0\"}}",
                "{\"name\":\"x\",\"price\":{\"amount\":\"5\",\"currency\":\"XOF\"},\"period\":\"-P1M\",\"features\":{\"commission\":\"0\"}}",
                "{\"name\":\"x\",\"price\":{\"amount\":\"5\",\"currency\":\"XOF\"},\"period\":\"month\",\"features\":{\"commission\":\"0\"}}",
                "{\"name\":\"x\",\"price\":{\"amount\":\"5\",\"currency\":\"XOF\"},\"period\":\"P1M\",\"features\":{\"commission\":\"1.1\"}}",
                "{\"name\":\"x\",\"price\":{\"amount\":\"5\",\"currency\":\"XOF\"},\"period\":\"P1M\",\"features\":{\"commission\":0.1}}",
                "{\"name\":\"x\",\"price\":{\"amount\":\"5\",\"currency\":\"XOF\"},\"period\":\"P1M\",\"features\":{\"commission\":\"0\",\"paid_gatherings_per_month\":-1}}")) {
            admin.post("/api/admin/plans", wrong).refuses(400, "invalid");
        }
    }

    @Test
    void a_subscription_runs_once_it_is_paid_and_to_the_end_of_its_period() {
        var me = fair.account("Abonnée").client();
        me.get("/api/subscriptions/current").refuses(404, "not_found");
        me.post("/api/subscriptions/current/cancel").refuses(404, "not_found");
        var plan = offered("P1M");

        var asked = me.post("/api/subscriptions", choice(plan, "01")).is(202);
        assertThat(asked.text("status")).isEqualTo("pending");
        assertThat(asked.text("payment.status")).isEqualTo("pending");
        assertThat(asked.text("plan.id")).isEqualTo(plan);
        assertThat(asked.header("Location")).isEqualTo("/api/subscriptions/current");
        me.post("/api/subscriptions", choice(plan, "07")).refuses(409, "already_subscribed");

        var running = becomes(me, "active");
        assertThat(running.text("payment.status")).isEqualTo("succeeded");
        assertThat(running.json().get("current_period_end").isNull()).isFalse();
        me.post("/api/subscriptions", choice(plan, "07")).refuses(409, "already_subscribed");

        var ending = me.post("/api/subscriptions/current/cancel").is(200);
        assertThat(ending.text("status")).isEqualTo("active");
        assertThat(ending.json().get("cancel_at_period_end").asBoolean()).isTrue();
        assertThat(me.get("/api/subscriptions/current").is(200).json()).isEqualTo(ending.json());
    }

    @Test
    void as_many_paid_gatherings_can_be_submitted_in_a_period_as_the_plan_allows() {
        var organiser = fair.account("Organisatrice");
        organiser
                .client()
                .post("/api/subscriptions", choice(offered("P1M"), "07"))
                .is(202);
        becomes(organiser.client(), "active");

        for (var allowed = 0; allowed < 3; allowed++) {
            Concert.announced(organiser, boss, 2, 1_000).is(201);
        }

        Concert.announced(organiser, boss, 2, 1_000).refuses(409, "plan_limit_reached");
    }

    @Test
    void near_its_end_the_next_period_can_be_paid_once_with_another_plan() {
        var me = fair.account("Fidèle").client();
        var first = offered("P3D");
        var second = offered("P1M");
        me.post("/api/subscriptions", choice(first, "07")).is(202);
        var end = becomes(me, "active").text("current_period_end");

        var asked = me.post("/api/subscriptions", choice(second, "05")).is(202);
        assertThat(asked.text("status")).isEqualTo("active");
        assertThat(asked.text("payment.status")).isEqualTo("pending");
        await().until(() -> current(me).text("payment.status").equals("succeeded"));
        var paid = current(me);
        assertThat(paid.text("plan.id")).isEqualTo(first);
        assertThat(paid.text("current_period_end")).isEqualTo(end);
        me.post("/api/subscriptions", choice(second, "07")).refuses(409, "already_subscribed");
    }

    @Test
    void who_has_a_plan_is_told_before_its_end_that_the_next_period_can_be_paid() {
        var french = fair.account("Abonnée");
        var english = new Fair(fair.anyone().with("Accept-Language", "en")).account("Subscriber");
        var plan = offered("P3D");
        var name = name(plan);

        for (var each : List.of(french, english)) {
            each.client().post("/api/subscriptions", choice(plan, "07")).is(202);
        }

        assertThat(fair.mailed(french, "Votre formule %s se termine le".formatted(name)))
                .contains("Prix de la formule %s : 5 000 XOF".formatted(name), "/plans");
        assertThat(fair.mailed(english, "Your plan %s ends on".formatted(name)))
                .contains("Price of the plan %s: 5,000 XOF".formatted(name), "/plans");
    }

    @Test
    @OneShape("it has the end of a period come sooner, in the database of the one shape")
    void who_has_not_paid_by_the_end_is_told_of_the_days_of_grace_and_who_has_paid_or_cancelled_is_not() {
        var late = fair.account("Tardive");
        var prompt = fair.account("Prompte");
        var done = fair.account("Partie");
        var plan = offered("P3D");
        for (var each : List.of(late, prompt, done)) {
            each.client().post("/api/subscriptions", choice(plan, "07")).is(202);
            fair.mailed(each, "Votre formule ");
        }
        prompt.client().post("/api/subscriptions", choice(offered("P1M"), "07")).is(202);
        await().until(() -> current(prompt.client()).text("payment.status").equals("succeeded"));
        done.client().post("/api/subscriptions/current/cancel").is(200);

        for (var each : List.of(prompt, done, late)) {
            itIsTheEnd(current(each.client()).text("id"));
        }

        becomes(late.client(), "past_due");
        assertThat(fair.mailed(late, "Votre formule %s est à renouveler".formatted(name(plan))))
                .contains("Vous pouvez encore la renouveler jusqu’au");
        becomes(done.client(), "cancelled");
        await().until(() -> !current(prompt.client()).text("plan.id").equals(plan));
        assertThat(fair.mails(late)).hasSize(3);
        assertThat(fair.mails(done)).hasSize(2);
        assertThat(fair.mails(prompt)).hasSize(2);
    }

    @Test
    void whoever_cannot_pay_has_no_subscription_and_may_try_again() {
        var me = fair.account("Fauché").client();
        var plan = offered("P1M");
        me.post("/api/subscriptions", choice(plan, "02")).is(202);
        var lapsed = becomes(me, "expired");
        assertThat(lapsed.text("payment.status")).isEqualTo("failed");
        var payment = me.get("/api/payments/" + lapsed.text("payment.id")).is(200);
        assertThat(payment.text("failure")).isEqualTo("insufficient_funds");
        assertThat(payment.text("purpose")).isEqualTo("subscription");
        assertThat(payment.json().get("settled_at").isNull()).isFalse();

        // its webhook is lost
        me.post("/api/subscriptions", choice(plan, "04")).is(202);
        becomes(me, "active");
        assertThat(me.get("/api/payments").is(200).json().get("count").asInt()).isEqualTo(2);
        assertThat(me.get("/api/payments?status=failed").json().get("count").asInt())
                .isEqualTo(1);
        fair.account("Autre")
                .client()
                .get("/api/payments/" + payment.text("id"))
                .refuses(404, "not_found");
    }

    @Test
    void an_admin_gives_money_back_once_and_with_it_goes_what_it_paid_for() {
        var me = fair.account("Repentie");
        me.client().post("/api/subscriptions", choice(offered("P1M"), "08")).is(202);
        var payment = becomes(me.client(), "active").text("payment.id");

        var refund = "/api/admin/payments/" + payment + "/refund";
        assertThat(admin.post(refund).is(202).text("id")).isEqualTo(payment);
        admin.post(refund).refuses(409, "not_refundable");
        admin.post(refund + "/confirm").refuses(409, "not_refundable");
        assertThat(current(me.client()).text("status")).isEqualTo("cancelled");
        await().until(() ->
                me.client().get("/api/payments/" + payment).text("status").equals("refunded"));
        admin.post(refund).refuses(409, "not_refundable");

        var listed = admin.get("/api/admin/payments?status=refunded&provider=sandbox&purpose=subscription")
                .is(200)
                .json()
                .get("results");
        assertThat(listed.toString()).contains(me.id()).contains("Repentie");
        admin.get("/api/admin/payments?status=lost").refuses(400, "invalid");
        admin.get("/api/admin/payments?needs_help=perhaps").refuses(400, "invalid");
        admin.post("/api/admin/payments/00000000-0000-7000-8000-000000000000/refund")
                .refuses(404, "not_found");
    }

    @Test
    void an_admin_settles_no_trouble_that_a_payment_does_not_have() {
        var me = fair.account("Sereine").client();
        var payment = me.post("/api/subscriptions", choice(offered("P1M"), "08"))
                .is(202)
                .text("payment.id");

        var settle = "/api/admin/payments/" + payment + "/trouble/settle";
        admin.post(settle, Map.of("trouble", "answer_lost")).refuses(409, "no_such_trouble");
        admin.post(settle, Map.of("trouble", "headache")).refuses(400, "invalid");
        admin.post(settle, Map.of()).refuses(400, "invalid");
        me.post(settle, Map.of("trouble", "answer_lost")).refuses(403, "forbidden");
        admin.post(settle.replace(payment, UUID.randomUUID().toString()), Map.of("trouble", "answer_lost"))
                .refuses(404, "not_found");
    }

    @Test
    void who_pays_names_an_offered_provider_and_a_wallet() {
        var me = fair.account("Hésitante").client();
        var plan = offered("P1M");
        for (var wrong : List.of(
                Map.of("plan_id", plan, "provider", "orange_money", "telephone", "+2250707070707"),
                Map.of("plan_id", plan, "provider", "paypal", "telephone", "+2250707070707"),
                Map.of("plan_id", plan, "provider", "sandbox", "telephone", "+2252722400000"),
                Map.of("plan_id", plan, "provider", "sandbox"),
                Map.of("provider", "sandbox", "telephone", "+2250707070707"))) {
            me.post("/api/subscriptions", wrong).refuses(400, "invalid");
        }
    }

    @Test
    void a_webhook_proves_where_it_comes_from() {
        var anyone = fair.anyone();
        for (var path : List.of("sandbox", "orange-money", "mtn-momo/guess", "moov-money/guess")) {
            anyone.post("/api/webhooks/" + path, "{}").refuses(401, "bad_signature");
            anyone.post("/api/webhooks/" + path).refuses(401, "bad_signature");
            anyone.post("/api/webhooks/" + path, "no json").refuses(401, "bad_signature");
        }
        anyone.with("X-Palabre-Signature", "00")
                .post("/api/webhooks/sandbox", "{}")
                .refuses(401, "bad_signature");
        anyone.put("/api/webhooks/mtn-momo/guess", "{}").refuses(401, "bad_signature");
        for (var path : List.of("mtn-momo", "mtn-momo/", "moov-money", "moov-money/")) {
            anyone.post("/api/webhooks/" + path, "{}").refuses(401, "bad_signature");
            anyone.put("/api/webhooks/" + path, "no json").refuses(401, "bad_signature");
            anyone.post("/api/webhooks/" + path).refuses(401, "bad_signature");
        }
    }

    private static Answer becomes(Client me, String status) {
        await().until(() -> current(me).text("status").equals(status));
        return current(me);
    }

    private static Answer current(Client me) {
        return me.get("/api/subscriptions/current").is(200);
    }

    /** The end of a subscription's period comes now. */
    private void itIsTheEnd(String subscription) {
        JdbcClient.create(new DriverManagerDataSource(platform.database()))
                .sql("update scheduled_tasks set execution_time = now() where task_instance like ?")
                .param("end-period-%s-%%".formatted(subscription))
                .update();
    }

    private String name(String plan) {
        return admin.get("/api/plans?page_size=100")
                .is(200)
                .json()
                .get("results")
                .valueStream()
                .filter(each -> each.get("id").asString().equals(plan))
                .map(each -> each.get("name").asString())
                .findFirst()
                .orElseThrow();
    }

    private String offered(String period) {
        return admin.post("/api/admin/plans", plan("Formule " + NUMBER.incrementAndGet(), "5000", period))
                .is(201)
                .text("id");
    }

    private static Map<String, Object> plan(String name, String price, String period) {
        return Map.of(
                "name",
                name,
                "price",
                Map.of("amount", price, "currency", "XOF"),
                "period",
                period,
                "features",
                Map.of("paid_gatherings_per_month", 3, "commission", "0.02"));
    }

    /** Paid by a telephone with these last two digits. */
    private static Map<String, Object> choice(String plan, String digits) {
        return Map.of("plan_id", plan, "provider", "sandbox", "telephone", "+22507070707" + digits);
    }
}
