package org.palabre.proofs.store;

import java.util.List;

/**
 * What a writer knows of one of its transactions. It was not alive before it began, nor after it ended.
 *
 * @param acknowledged whether the writer was told that it is committed
 */
record Transaction(long begun, long ended, boolean acknowledged, List<Event> events) {}
