package org.palabre.payments.command.providers;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Moov Money knows us; without an address and a password it is not offered.
 *
 * @param baseUrl told with the contract: nothing about it is public
 */
@ConfigurationProperties("palabre.payments.moov-money")
record MoovMoneySettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String username,
        @DefaultValue("") String password) {

    /** Shows the place only, so that no log holds the password. */
    @Override
    public String toString() {
        return "MoovMoneySettings[" + baseUrl + "]";
    }
}
