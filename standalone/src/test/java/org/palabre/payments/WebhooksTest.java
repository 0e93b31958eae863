package org.palabre.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.History;
import org.palabre.platform.Platform;
import tools.jackson.databind.json.JsonMapper;

/** Who rings to tell of a payment is not believed, and without a proof not even heard. */
class WebhooksTest {

    private static final String SECRET = "le-secret-du-bac-a-sable";
    private static final String SANDBOX = "/api/webhooks/sandbox";
    private static final String ACCEPTS = "00";
    private static final String NEVER_ANSWERS = "03";
    private static final String ACCEPTS_AND_NOBODY_HEARS = "04";

    /** After so long the platform asks by itself. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);

    @TempDir
    private static Path home;

    private static OrangeMoney orangeMoney;
    private static Platform platform;
    private static Fair fair;
    private static String plan;

    @BeforeAll
    static void start() {
        orangeMoney = new OrangeMoney();
        var settings = new HashMap<>(orangeMoney.settings());
        settings.put("PALABRE_SANDBOX_SECRET", SECRET);
        platform = Platform.start(home, settings);
        fair = platform.fair();
        plan = platform.admin()
                .client()
                .post(
                        "/api/admin/plans",
                        Map.of(
                                "name",
                                "Formule",
                                "price",
                                Map.of("amount", "5000", "currency", "XOF"),
                                "period",
                                "P1M",
                                "features",
                                Map.of("commission", "0.02")))
                .is(201)
                .text("id");
    }

    @AfterAll
    static void stop() {
        platform.close();
        orangeMoney.close();
    }

    @Test
    void it_leads_to_a_question_at_once() {
        // on a machine that has much else to do the platform may ask by itself before it is told
        await().until(() -> {
            var payer = fair.account("Avertie").client();
            var payment = asked(payer, ACCEPTS_AND_NOBODY_HEARS);
            await().until(() -> told(payment).size() >= 3);
            ring(payment.text("reference"), "succeeded").is(200);
            becomes(payer, payment, "succeeded");
            return Duration.between(
                                    told(payment).get(1).at(),
                                    told(payment).get(3).at())
                            .compareTo(FIRST_PAUSE)
                    < 0;
        });
    }

    @Test
    void what_it_says_is_not_believed_however_often_and_in_whatever_order() {
        var payer = fair.account("Volubile").client();
        var payment = asked(payer, ACCEPTS_AND_NOBODY_HEARS);
        ring(payment.text("reference"), "failed").is(200);
        becomes(payer, payment, "succeeded");
        var stored = told(payment);
        var undecided = asked(fair.account("Muette").client(), NEVER_ANSWERS);
        await().until(() -> told(undecided).size() == 3);

        for (var status : List.of("succeeded", "pending", "failed", "expired")) {
            for (var reference : List.of(payment.text("reference"), undecided.text("reference"))) {
                ring(reference, status).is(200);
                ring(reference, status).is(200);
            }
        }
        ring(UUID.randomUUID().toString(), "succeeded").is(200);
        ring("none of ours", "succeeded").is(200);

        // whatever that has led to is over when somebody has paid who came afterwards
        var next = fair.account("Suivante").client();
        becomes(next, asked(next, ACCEPTS), "succeeded");
        assertThat(told(payment)).isEqualTo(stored);
        assertThat(told(undecided)).hasSize(3);
        assertThat(payer.get("/api/subscriptions/current").is(200).text("status"))
                .isEqualTo("active");
    }

    @Test
    void who_does_not_have_the_secret_is_shown_out_and_nothing_is_stored() {
        var payment = asked(fair.account("Tranquille").client(), NEVER_ANSWERS);
        var body = body(payment.text("reference"), "succeeded");
        var anyone = fair.anyone();
        await().until(() -> told(payment).size() == 3);
        var stored = platform.history().size();

        anyone.post(SANDBOX, body).refuses(401, "bad_signature");
        for (var signature : List.of("", "00", sign(body + " "), sign(body).substring(2), sign("{}"))) {
            anyone.with("X-Palabre-Signature", signature).post(SANDBOX, body).refuses(401, "bad_signature");
        }
        for (var nonsense : List.of("", "no json", "[]", "\"x\"")) {
            anyone.with("X-Palabre-Signature", sign(nonsense))
                    .post(SANDBOX, nonsense)
                    .refuses(401, "bad_signature");
        }
        var tooLarge = body + " ".repeat(1 << 20);
        anyone.with("X-Palabre-Signature", sign(tooLarge))
                .post(SANDBOX, tooLarge)
                .refuses(413, "too_large");

        assertThat(platform.history()).hasSize(stored);
    }

    @Test
    void a_token_or_an_address_that_was_guessed_leads_to_nothing() {
        var payment = asked(fair.account("Discrète").client(), NEVER_ANSWERS);
        var reference = payment.text("reference");
        var anyone = fair.anyone();
        await().until(() -> told(payment).size() == 3);
        var stored = platform.history().size();

        anyone.post("/api/webhooks/orange-money", Map.of("status", "SUCCESS", "notif_token", reference, "txnid", "MP1"))
                .refuses(401, "bad_signature");
        for (var guess : List.of("guess", reference, "0".repeat(64))) {
            anyone.post("/api/webhooks/mtn-momo/" + guess, Map.of("externalId", reference, "status", "SUCCESSFUL"))
                    .refuses(401, "bad_signature");
            anyone.put("/api/webhooks/mtn-momo/" + guess, Map.of("externalId", reference, "status", "SUCCESSFUL"))
                    .refuses(401, "bad_signature");
            anyone.post("/api/webhooks/moov-money/" + guess, Map.of("request-id", reference, "status", "0"))
                    .refuses(401, "bad_signature");
        }
        for (var path : List.of("orange-money", "mtn-momo/guess", "moov-money/guess")) {
            anyone.post("/api/webhooks/" + path, "{}" + " ".repeat(1 << 20)).refuses(413, "too_large");
        }

        assertThat(platform.history()).hasSize(stored);
    }

    @Test
    void orange_money_proves_itself_by_the_token_that_it_has_given_for_the_payment() {
        var payer = fair.account("Orange").client();
        var payment = asked(payer, "orange_money", ACCEPTS);
        var order = OrangeMoney.order(payment.text("reference"));
        await().until(() -> payer.get("/api/subscriptions/current")
                .is(200)
                .json()
                .at("/payment/redirect_url")
                .asString("")
                .equals(OrangeMoney.page(order)));
        var told = Map.of("status", "SUCCESS", "notif_token", OrangeMoney.token(order), "txnid", "MP1");

        fair.anyone().post("/api/webhooks/orange-money", told).is(200);
        orangeMoney.pay(order);
        fair.anyone().post("/api/webhooks/orange-money", told).is(200);

        becomes(payer, payment, "succeeded");
        fair.anyone().post("/api/webhooks/orange-money", told).is(200);
        fair.anyone()
                .post("/api/webhooks/orange-money", Map.of("status", "SUCCESS", "notif_token", OrangeMoney.token("x")))
                .refuses(401, "bad_signature");
    }

    /** The payment that somebody is asked for whose telephone ends like this. */
    private static Answer asked(Client payer, String digits) {
        return asked(payer, "sandbox", digits);
    }

    private static Answer asked(Client payer, String provider, String digits) {
        var subscription = payer.post(
                        "/api/subscriptions",
                        Map.of("plan_id", plan, "provider", provider, "telephone", "+22507070707" + digits))
                .is(202);
        return payer.get("/api/payments/" + subscription.text("payment.id")).is(200);
    }

    private static void becomes(Client payer, Answer payment, String status) {
        await().until(() -> payer.get("/api/payments/" + payment.text("id"))
                .is(200)
                .text("status")
                .equals(status));
    }

    private static Answer ring(String reference, String status) {
        var body = body(reference, status);
        return fair.anyone().with("X-Palabre-Signature", sign(body)).post(SANDBOX, body);
    }

    private static String body(String reference, String status) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("id", UUID.randomUUID().toString(), "reference", reference, "status", status));
    }

    private static String sign(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What has happened to it. */
    private static List<History.Event> told(Answer payment) {
        return platform.history().stream()
                .filter(event -> event.aggregate().equals(payment.text("id")))
                .toList();
    }
}
