package org.palabre.payments.command.providers;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How MTN MoMo knows us; without a key it is not offered.
 *
 * @param targetEnvironment the country: {@code mtnivorycoast}, {@code mtnbenin}…
 */
@ConfigurationProperties("palabre.payments.mtn-momo")
record MtnMomoSettings(
        @DefaultValue("https://proxy.momoapi.mtn.com") String baseUrl,
        @DefaultValue("mtnivorycoast") String targetEnvironment,
        @DefaultValue("") String subscriptionKey,
        @DefaultValue("") String apiUser,
        @DefaultValue("") String apiKey) {

    /** Shows the place only, so that no log holds a key. */
    @Override
    public String toString() {
        return "MtnMomoSettings[" + baseUrl + "]";
    }
}
