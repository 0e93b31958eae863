package org.palabre.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.palabre.web.Allow.Who;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * What the API's description says of each call beside its shapes: who may make it ({@code x-who}, in the words of {@link
 * Who}), and how it may be refused.
 */
class CallDescription implements OperationCustomizer {

    static final String BEARER = "bearer";

    /** Refusals that calls share, by the names that they have in the description. */
    static final Map<String, ApiResponse> REFUSALS = Map.of(
            "Refused",
            refusal("A refusal; its code says why."),
            "NotAuthenticated",
            refusal("`not_authenticated`: the token is missing, or no longer good.")
                    .addHeaderObject("WWW-Authenticate", new Header().schema(new StringSchema())),
            "Forbidden",
            refusal("`email_not_verified`; `forbidden`: not for who asks."),
            "NotFound",
            refusal("`not_found`: there is nothing, or nothing that one may see."),
            "TooManyRequests",
            refusal("`too_many_requests`: too often; to be tried again after so many seconds.")
                    .addHeaderObject("Retry-After", new Header().schema(new IntegerSchema().minimum(BigDecimal.ONE))));

    private static ApiResponse refusal(String description) {
        var problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", problem));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        var allow = call.getMethodAnnotation(Allow.class);
        if (allow != null) {
            who(allow.value(), operation);
            operation.responses(answers(operation.getResponses(), allow.value(), call));
        }
        return operation.tags(List.of(context(call)));
    }

    private static void who(Who who, Operation operation) {
        operation.addExtension("x-who", WireNames.of(who.name()));
        switch (who) {
            case ALL, ALL_UNREAD -> {}
            case ACCOUNT, ACTIVE, OWNER, STUDENT, EDITOR, ADMIN -> withToken(operation);
            case COMPANY -> {
                withToken(operation);
                operation.addParametersItem(new Parameter()
                        .in("path")
                        .name("token")
                        .required(true)
                        .description("The company's token, or `me` with the token as bearer.")
                        .schema(new StringSchema()));
            }
        }
    }

    private static void withToken(Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private static ApiResponses answers(ApiResponses known, Who who, HandlerMethod call) {
        var answers = new ApiResponses();
        known.forEach((status, answer) -> answers.addApiResponse(creates(call) ? "201" : status, answer));
        if (who != Who.ALL_UNREAD) {
            refused(answers, "401", "NotAuthenticated");
        }
        switch (who) {
            case ALL, ALL_UNREAD, ACCOUNT, COMPANY -> {}
            case ACTIVE, OWNER, STUDENT, EDITOR, ADMIN -> refused(answers, "403", "Forbidden");
        }
        if (who == Who.COMPANY || namesSomething(call)) {
            refused(answers, "404", "NotFound");
        }
        if (Limits.counts(call)) {
            refused(answers, "429", "TooManyRequests");
        }
        refused(answers, "default", "Refused");
        return answers;
    }

    private static void refused(ApiResponses answers, String status, String refusal) {
        answers.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + refusal));
    }

    /** What has been created comes with its address, so its call answers with an entity. */
    private static boolean creates(HandlerMethod call) {
        return call.hasMethodAnnotation(PostMapping.class) && call.getMethod().getReturnType() == ResponseEntity.class;
    }

    private static boolean namesSomething(HandlerMethod call) {
        return Arrays.stream(call.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
    }

    /** Calls are shown by context: the word that comes first in every module. */
    private static String context(HandlerMethod call) {
        return call.getBeanType().getPackageName().split("\\.", -1)[2];
    }
}
