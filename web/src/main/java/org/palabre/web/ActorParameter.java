package org.palabre.web;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Actor;

/** Gives a message handler that asks for an {@link Actor} the one who sent the message. */
class ActorParameter implements ParameterResolverFactory, ParameterResolver<Actor> {

    @Override
    public @Nullable ParameterResolver<Actor> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Actor.class ? this : null;
    }

    @Override
    public Actor resolveParameterValue(Message<?> message) {
        return ActorMetaData.read(message.getMetaData());
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
