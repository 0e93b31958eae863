package org.palabre.web;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;

/** The handlers that are not ours, and are there for everyone: the API's description, the answer to an error and to {@code OPTIONS}. */
class OpenToAll {

    private OpenToAll() {}

    static boolean is(HandlerMethod method) {
        return ErrorController.class.isAssignableFrom(method.getBeanType())
                || isOf("org.springdoc", method)
                || isOf("org.springframework.web", method);
    }

    private static boolean isOf(String library, HandlerMethod method) {
        return method.getMethod().getDeclaringClass().getPackageName().startsWith(library);
    }
}
