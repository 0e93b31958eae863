package org.palabre.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** The names of shapes in the API's description: those of bodies, which many controllers have alike, with their context. */
class SchemaNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var outer = type.getEnclosingClass();
        return outer != null && outer.getSimpleName().endsWith("Controller")
                ? context(type) + type.getSimpleName()
                : super.nameForClass(type, options);
    }

    private static String context(Class<?> type) {
        var word = type.getPackageName().split("\\.", -1)[2];
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
