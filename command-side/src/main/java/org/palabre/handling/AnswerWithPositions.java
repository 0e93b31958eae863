package org.palabre.handling;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets whoever asked know which events the answer rests on, so that they can read what they wrote. */
class AnswerWithPositions implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        return new Decision(chain.proceed(), MetaData.emptyInstance(), Appended.in(work));
    }
}
