package org.palabre.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Change;
import org.palabre.shared.Page;
import org.palabre.shared.Versioned;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The API's own description of itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addAnnotationsToIgnore(Me.class, OrderBy.class)
                .addRequestWrapperToIgnore(Page.Request.class);
    }

    @Bean
    OpenAPI description(@Value("${palabre.public-url}") String url) {
        return new OpenAPI()
                .info(new Info()
                        .title("Palabre")
                        .version("1")
                        .description("Accounts, gatherings, job fairs, conversations and content."))
                .servers(List.of(new Server().url(url)))
                .components(new Components()
                        .schemas(ModelConverters.getInstance().read(Problem.class))
                        .responses(new LinkedHashMap<>(CallDescription.REFUSALS))
                        .addSecuritySchemes(
                                CallDescription.BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An access token, or a company's token.")));
    }

    /** Names as on the wire, and the version where it is: in the header. */
    @Bean
    ModelResolver asOnTheWire() {
        var names = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addMixIn(Versioned.class, JsonConfiguration.InHeaderOnly.class);
        return new ModelResolver(names, new SchemaNames());
    }

    /** Constants as on the wire, wherever they are. */
    @Bean
    OpenApiCustomizer constantsInLowerCase() {
        return api -> {
            for (Schema<?> schema : api.getComponents().getSchemas().values()) {
                lowerCase(schema);
            }
            for (var path : api.getPaths().values()) {
                for (var operation : path.readOperations()) {
                    for (var parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
                        lowerCase(parameter.getSchema());
                    }
                }
            }
        };
    }

    private static void lowerCase(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema instanceof StringSchema text && text.getEnum() != null) {
            text.setEnum(text.getEnum().stream()
                    .map(constant -> constant.toLowerCase(Locale.ROOT))
                    .toList());
        }
        lowerCase(schema.getItems());
        if (schema.getProperties() != null) {
            for (Schema<?> property : schema.getProperties().values()) {
                lowerCase(property);
            }
        }
    }

    /** A change is on the wire what it changes to. */
    @Bean
    ModelConverter changesAsTheirValues() {
        return (type, context, chain) -> {
            var java = Json.mapper().constructType(type.getType());
            if (java != null && java.getRawClass() == Change.class) {
                return context.resolve(new AnnotatedType(java.containedType(0)).resolveAsRef(true));
            }
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        };
    }

    @Bean
    CallDescription whoAndHowRefused() {
        return new CallDescription();
    }

    @Bean
    OperationCustomizer whichPageInWhichOrder() {
        return (operation, handler) -> {
            Arrays.stream(handler.getMethodParameters()).forEach(parameter -> {
                if (parameter.getParameterType() == Page.Request.class) {
                    operation.addParametersItem(number("page", 1, null));
                    operation.addParametersItem(number("page_size", 20, 100));
                }
            });
            ordering(handler).forEach(operation::addParametersItem);
            return operation;
        };
    }

    private static List<Parameter> ordering(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(OrderBy.class))
                .filter(Objects::nonNull)
                .map(orderBy -> new Parameter()
                        .in("query")
                        .name("ordering")
                        .description("Comma-separated, - for descending: " + String.join(", ", orderBy.value()))
                        .schema(new StringSchema()))
                .toList();
    }

    private static Parameter number(String name, int byDefault, @Nullable Integer maximum) {
        var schema = new IntegerSchema();
        schema.setDefault(byDefault);
        schema.setMinimum(BigDecimal.ONE);
        if (maximum != null) {
            schema.setMaximum(BigDecimal.valueOf(maximum));
        }
        return new Parameter().in("query").name(name).schema(schema);
    }
}
