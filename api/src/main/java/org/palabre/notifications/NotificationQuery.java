package org.palabre.notifications;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.palabre.accounts.AccountId;
import org.palabre.notifications.PreferenceCommand.Preference;

/** What one may ask about how people are told. */
public sealed interface NotificationQuery {

    /** Answered by the {@link PreferencesView}, which there always is. */
    record FindPreferences(AccountId accountId) implements NotificationQuery {}

    /** Answered by a {@link PushTokens}. */
    record FindPushTokens(AccountId accountId) implements NotificationQuery {}

    /**
     * Everything that somebody can be told of, and by which ways they want to be.
     *
     * @param wanted what is left out is as usual
     * @param version how many changes made it so: it is there before the first
     */
    record PreferencesView(Map<NotificationType, Map<Channel, Boolean>> wanted, long version) {

        /** Of somebody who wants it as it usually is. */
        public static final PreferencesView USUAL = new PreferencesView(Map.of(), 0);

        public PreferencesView {
            var given = wanted;
            wanted = table((type, channel) ->
                    given.getOrDefault(type, Map.of()).getOrDefault(channel, type.isUsualBy(channel)));
        }

        private static Map<NotificationType, Map<Channel, Boolean>> table(
                BiPredicate<NotificationType, Channel> wanted) {
            var table = new EnumMap<NotificationType, Map<Channel, Boolean>>(NotificationType.class);
            for (var type : NotificationType.values()) {
                var channels = new EnumMap<Channel, Boolean>(Channel.class);
                for (var channel : Channel.values()) {
                    channels.put(channel, wanted.test(type, channel));
                }
                table.put(type, Collections.unmodifiableMap(channels));
            }
            return Collections.unmodifiableMap(table);
        }

        public boolean wants(NotificationType type, Channel channel) {
            return Boolean.TRUE.equals(wanted.getOrDefault(type, Map.of()).get(channel));
        }

        /** The same but for this change. */
        public PreferencesView with(Preference preference) {
            return new PreferencesView(
                    table((type, channel) -> (type == preference.type() && channel == preference.channel())
                            ? preference.wanted()
                            : wants(type, channel)),
                    version + 1);
        }
    }

    /** Where an app of somebody's is reached. */
    record PushTokenView(PushTokenId id, String token, PushPlatform platform, Instant registeredAt) {

        /** Shows nothing, so that no log holds the token. */
        @Override
        public String toString() {
            return "PushTokenView[" + id + "]";
        }
    }

    /** All push tokens of an account. */
    record PushTokens(List<PushTokenView> tokens) {

        public PushTokens {
            tokens = List.copyOf(tokens);
        }
    }
}
