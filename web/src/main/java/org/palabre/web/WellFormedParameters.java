package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses queries with texts that nothing stored can be equal to. */
class WellFormedParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && request.getQueryString() != null) {
            request.getParameterMap().forEach((name, values) -> {
                if (!Arrays.stream(values).allMatch(WellFormedText::isWellFormed)) {
                    throw new BadParameter(name, "value.wrong_type");
                }
            });
        }
        return true;
    }
}
