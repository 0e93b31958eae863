package org.palabre.payments.command.providers;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Orange Money knows us; without a key it is not offered.
 *
 * @param country its segment of the address: {@code ci}, {@code sn}…, or {@code dev}, Orange's own sandbox
 */
@ConfigurationProperties("palabre.payments.orange-money")
record OrangeMoneySettings(
        @DefaultValue("https://api.orange.com") String baseUrl,
        @DefaultValue("ci") String country,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String merchantKey) {

    /** Shows the place only, so that no log holds a key. */
    @Override
    public String toString() {
        return "OrangeMoneySettings[" + baseUrl + ", " + country + "]";
    }
}
