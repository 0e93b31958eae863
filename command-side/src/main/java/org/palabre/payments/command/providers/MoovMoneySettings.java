package org.palabre.payments.command.providers;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Moov Money knows us, in one country; without an address and a password it is not offered.
 *
 * @param baseUrl told with the contract, and in Bénin the whole address of the service
 * @param key with which Bénin has user name and password encrypted: 32 characters
 */
@ConfigurationProperties("palabre.payments.moov-money")
record MoovMoneySettings(
        @DefaultValue("bf") Country country,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String key) {

    /** Moov Money is another service in each. */
    enum Country {
        BF,
        BJ
    }

    /** Shows the place only, so that no log holds a password or a key. */
    @Override
    public String toString() {
        return "MoovMoneySettings[" + country + ", " + baseUrl + "]";
    }
}
