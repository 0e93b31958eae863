package org.palabre.payments.command;

import static java.util.stream.Collectors.toMap;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.payments.PaymentQuery.FindProviders;
import org.palabre.payments.PaymentQuery.Offered;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.MobileMoney;
import org.springframework.stereotype.Component;

/** The providers that can be used here: those whose keys are configured. */
@Component
class Providers {

    private final Map<Provider, MobileMoney> known;

    Providers(List<MobileMoney> all) {
        known = all.stream()
                .collect(toMap(
                        MobileMoney::provider, each -> each, (first, _) -> first, () -> new EnumMap<>(Provider.class)));
    }

    Optional<MobileMoney> find(Provider provider) {
        return Optional.ofNullable(known.get(provider));
    }

    /**
     * One that is called.
     *
     * @throws NotAnswered while its keys are gone
     */
    MobileMoney get(Provider provider) {
        return find(provider).orElseThrow(() -> new NotAnswered(provider + " has no keys here"));
    }

    @QueryHandler
    Offered handle(@SuppressWarnings("unused") FindProviders query) {
        return new Offered(List.copyOf(known.keySet()));
    }
}
