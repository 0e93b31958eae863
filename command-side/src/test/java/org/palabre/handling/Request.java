package org.palabre.handling;

import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.palabre.web.Caller;
import org.palabre.web.Commands;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A request that has come as far as its controller, which sends a command. */
public final class Request {

    public static final String IP = "192.0.2.7";

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/fair");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final String id = Ids.next().toString();

    private Request(Actor actor) {
        request.setAttribute(Caller.class.getName(), new Caller(actor, false, id, IP));
    }

    public static Request by(Actor actor) {
        return new Request(actor);
    }

    Request with(String header, String value) {
        request.addHeader(header, value);
        return this;
    }

    Request to(String path) {
        request.setRequestURI(path);
        return this;
    }

    String id() {
        return id;
    }

    /** A header of the answer. */
    String answered(String header) {
        return response.getHeader(header);
    }

    public <R> R send(Commands commands, Object command, Class<R> answer) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            return commands.send(command, answer);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
