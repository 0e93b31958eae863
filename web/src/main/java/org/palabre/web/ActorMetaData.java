package org.palabre.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.palabre.shared.Actor;

/** How an actor travels with a message: as plain texts, which every bus carries. */
final class ActorMetaData {

    private static final String KIND = MessageKeys.ACTOR_KIND;
    private static final String ID = MessageKeys.ACTOR;
    private static final String SESSION = "actorSession";
    private static final String PROVED = "actorProved";
    private static final String ROLES = "actorRoles";
    private static final String TOKEN_HASH = "actorTokenHash";

    private ActorMetaData() {}

    static Map<String, String> of(Actor actor) {
        return switch (actor) {
            case Actor.Anyone _ -> Map.of(KIND, "anyone");
            case Actor.Platform _ -> Map.of(KIND, "platform");
            case Actor.Company company ->
                Map.of(KIND, "company", ID, company.id().toString(), TOKEN_HASH, company.tokenHash());
            case Actor.Account account ->
                Map.of(
                        KIND,
                        "account",
                        ID,
                        account.id().toString(),
                        SESSION,
                        account.session().toString(),
                        PROVED,
                        Boolean.toString(account.proved()),
                        ROLES,
                        account.roles().stream().map(Enum::name).collect(Collectors.joining(",")));
        };
    }

    static Actor read(MetaData metaData) {
        return switch (text(metaData, KIND)) {
            case "platform" -> new Actor.Platform();
            case "company" -> new Actor.Company(UUID.fromString(text(metaData, ID)), text(metaData, TOKEN_HASH));
            case "account" ->
                new Actor.Account(
                        UUID.fromString(text(metaData, ID)),
                        UUID.fromString(text(metaData, SESSION)),
                        Boolean.parseBoolean(text(metaData, PROVED)),
                        roles(text(metaData, ROLES)));
            default -> new Actor.Anyone();
        };
    }

    private static Set<Actor.Role> roles(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Actor.Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(MetaData metaData, String key) {
        return metaData.get(key) instanceof String text ? text : "";
    }
}
