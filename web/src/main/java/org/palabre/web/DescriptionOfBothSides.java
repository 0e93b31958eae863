package org.palabre.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Locale;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The API's description where each side serves a part of it: whoever is asked shows the whole. */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
public class DescriptionOfBothSides extends OpenApiWebMvcResource {

    /** Objects become one, name by name; lists are the same wherever both sides have them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .withConfigOverride(ArrayNode.class, list -> list.setMergeable(false))
            .build();

    private final OtherSide otherSide;
    private final String url;

    DescriptionOfBothSides(
            ObjectFactory<OpenAPIService> descriptions,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            OtherSide otherSide,
            @Value("${palabre.public-url}") String url) {
        super(descriptions, requests, responses, operations, settings, providers, customizers);
        this.otherSide = otherSide;
        this.url = url;
    }

    /** The calls of this side alone, as the other side asks for them. */
    public String ofThisSide() {
        return json(super.getOpenApi(url, Locale.ROOT));
    }

    @Override
    protected OpenAPI getOpenApi(String server, Locale locale) {
        return whole(json(super.getOpenApi(server, locale)), otherSide.description());
    }

    private static OpenAPI whole(String own, String others) {
        JsonNode whole = JSON.readerForUpdating(JSON.readTree(own)).readValue(others);
        try {
            return Json.mapper().readValue(whole.toString(), OpenAPI.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The description of both sides is none", impossible);
        }
    }

    private static String json(OpenAPI description) {
        try {
            return Json.mapper().writeValueAsString(description);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("This side cannot be described", impossible);
        }
    }
}
