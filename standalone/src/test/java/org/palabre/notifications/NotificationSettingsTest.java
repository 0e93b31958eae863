package org.palabre.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Fair;
import org.palabre.platform.OnePlatform;

/** How and where people want to be told, as a client sees it. */
@ExtendWith(OnePlatform.class)
class NotificationSettingsTest {

    private static final String PREFERENCES = "/api/users/me/notification-preferences";
    private static final String TOKENS = "/api/users/me/push-tokens";

    private final Fair fair;

    NotificationSettingsTest(Fair fair) {
        this.fair = fair;
    }

    @Test
    void what_one_leaves_out_stays_as_it_is() {
        var me = fair.account("Prefa").client();
        var usual = me.get(PREFERENCES).is(200).json();
        assertThat(usual.propertyNames())
                .containsExactlyInAnyOrder(
                        "event_approved",
                        "event_rejected",
                        "event_changed",
                        "event_cancelled",
                        "event_invitation",
                        "participation_confirmed",
                        "participation_promoted",
                        "tickets_issued",
                        "payment_failed",
                        "payment_refunded",
                        "subscription_renewal",
                        "interview_called",
                        "new_follower",
                        "message_received");
        assertThat(usual.get("tickets_issued").toString())
                .isEqualTo("{\"in_app\":true,\"email\":true,\"push\":true,\"sms\":false}");
        assertThat(usual.get("new_follower").get("email").asBoolean()).isFalse();
        assertThat(usual.get("message_received").get("push").asBoolean()).isTrue();
        assertThat(usual.get("message_received").get("in_app").asBoolean()).isFalse();

        var changed = me.put(PREFERENCES, Map.of("tickets_issued", Map.of("sms", true, "email", false)))
                .is(200);
        assertThat(changed.json().get("tickets_issued").toString())
                .isEqualTo("{\"in_app\":true,\"email\":false,\"push\":true,\"sms\":true}");
        assertThat(me.get(PREFERENCES).json()).isEqualTo(changed.json());
        assertThat(me.put(PREFERENCES, "{}").is(200).json()).isEqualTo(changed.json());
        assertThat(fair.account("Prefo").client().get(PREFERENCES).json()).isEqualTo(usual);
    }

    @Test
    void who_has_not_seen_the_newest_changes_nothing() {
        var me = fair.account("Préfixe").client();
        var usual = me.get(PREFERENCES).is(200).header("ETag");
        var told = Map.of("tickets_issued", Map.of("sms", true, "email", false));
        var changed = me.with("If-Match", usual).put(PREFERENCES, told).is(200);

        assertThat(changed.header("ETag")).isNotEqualTo(usual);
        assertThat(me.get(PREFERENCES).header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(me.put(PREFERENCES, told).is(200).header("ETag")).isEqualTo(changed.header("ETag"));
        me.with("If-Match", usual).put(PREFERENCES, "{}").refuses(412, "version_conflict");
        me.with("If-Match", changed.header("ETag")).put(PREFERENCES, told).is(200);
    }

    @Test
    void what_nobody_is_told_of_or_by_is_refused() {
        var me = fair.account("Prefu").client();
        for (var wrong : List.of(
                "{\"weather\":{\"push\":true}}",
                "{\"weather\":null,\"new_follower\":{\"push\":true}}",
                "{\"new_follower\":{\"pigeon\":true}}",
                "{\"new_follower\":{\"push\":1}}",
                "{\"new_follower\":{\"push\":null}}",
                "{\"new_follower\":null}",
                "{\"new_follower\":true}")) {
            var field = wrong.split("\"", 3)[1];
            var errors =
                    me.put(PREFERENCES, wrong).refuses(400, "invalid").json().get("errors");
            assertThat(errors.propertyNames()).as(wrong).containsExactly(field);
        }
        assertThat(me.put(PREFERENCES, "{\"new_follower\":null,\"tickets_issued\":{\"push\":null}}")
                        .refuses(400, "invalid")
                        .json()
                        .get("errors")
                        .propertyNames())
                .containsExactly("new_follower", "tickets_issued");
        me.put(PREFERENCES, "[]").refuses(400, "malformed");
        me.put(PREFERENCES, "{\"tickets_issued\"").refuses(400, "malformed");
    }

    @Test
    void an_app_is_reached_where_it_says_and_belongs_to_who_said_so_last() {
        var first = fair.account("Pusha").client();
        var second = fair.account("Pushi").client();
        var token = Map.of("token", "an-address-of-an-app", "platform", "android");
        first.post(TOKENS, token).is(204);
        first.post(TOKENS, token).is(204);
        second.post(TOKENS, token).is(204);
        first.delete(TOKENS, Map.of("token", "an-address-of-an-app")).is(204);
        second.delete(TOKENS, Map.of("token", "an-address-of-an-app")).is(204);
        second.delete(TOKENS, Map.of("token", "never-seen")).is(204);
        first.post(TOKENS, Map.of("token", "x".repeat(4097), "platform", "ios")).refuses(400, "invalid");
        first.post(TOKENS, Map.of("token", "x", "platform", "palm")).refuses(400, "invalid");
        fair.anyone().post(TOKENS, token).refuses(401, "not_authenticated");
    }
}
