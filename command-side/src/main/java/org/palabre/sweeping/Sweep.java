package org.palabre.sweeping;

import org.palabre.shared.Positions.Position;

/** Tables are to be written anew as soon as the read models show this event. */
record Sweep(Position deletion) {}
