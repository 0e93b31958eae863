package org.palabre.queues;

/** Whether a company takes students now. */
public enum CompanyStatus {
    RECRUITING,
    PAUSED
}
