package org.palabre.web;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Deny by default: the platform does not start while a call does not say who may make it. */
class EveryCallSaysWho implements SmartInitializingSingleton {

    private final List<RequestMappingHandlerMapping> mappings;

    EveryCallSaysWho(List<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> !OpenToAll.is(method) && !method.hasMethodAnnotation(Allow.class))
                .findFirst()
                .ifPresent(method -> {
                    throw new IllegalStateException(method + " does not say who may call it: add @Allow");
                });
    }
}
