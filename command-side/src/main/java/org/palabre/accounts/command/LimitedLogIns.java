package org.palabre.accounts.command;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Objects;
import org.palabre.accounts.AttemptOutcome;
import org.palabre.accounts.command.LogInController.NameAndPassword;
import org.palabre.web.Limits;
import org.palabre.web.TooManyRequests;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Counts log-ins by account, whichever of its names is given, before anything else about them is judged. */
@RestControllerAdvice
class LimitedLogIns extends RequestBodyAdviceAdapter {

    private final Limits limits;
    private final Names names;
    private final LogInAttempts attempts;
    private final HttpServletRequest request;

    /**
     * @param request the one that the current thread serves
     */
    LimitedLogIns(Limits limits, Names names, LogInAttempts attempts, HttpServletRequest request) {
        this.limits = limits;
        this.names = names;
        this.attempts = attempts;
        this.request = request;
    }

    @Override
    public boolean supports(MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return body.getParameterType() == NameAndPassword.class;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body instanceof NameAndPassword shown && shown.login() != null && isName(shown.login())) {
            take(Objects.requireNonNull(parameter.getMethod()), shown.login());
        }
        return body;
    }

    /** Anything longer is refused as soon as it is validated. */
    private static boolean isName(String login) {
        return login.length() <= NameAndPassword.LONGEST;
    }

    private void take(Method call, String login) {
        var account = names.owner(login);
        try {
            limits.take(call, account.map(Object::toString).orElseGet(() -> names.canonical(login)));
        } catch (TooManyRequests refused) {
            attempts.add(login, AttemptOutcome.TOO_MANY_REQUESTS, Devices.of(request));
            throw refused;
        }
    }
}
