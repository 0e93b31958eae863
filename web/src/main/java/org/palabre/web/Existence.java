package org.palabre.web;

/**
 * Knows which resources of one kind there are; each kind with an id in paths and bodies sent there has a bean. That
 * nothing is there is told before what is wrong with the body.
 *
 * @param <I> the kind's id
 */
public interface Existence<I> {

    Class<I> id();

    boolean exists(I id);
}
