package org.palabre.payments.query;

import java.util.List;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.PaymentQuery.FindAllPayments;
import org.palabre.payments.PaymentQuery.FindPayment;
import org.palabre.payments.PaymentQuery.FindPayments;
import org.palabre.payments.PaymentQuery.FindProviders;
import org.palabre.payments.PaymentQuery.Offered;
import org.palabre.payments.PaymentQuery.PayerPage;
import org.palabre.payments.PaymentQuery.PaymentOf;
import org.palabre.payments.PaymentQuery.PaymentPage;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.payments.PaymentStatus;
import org.palabre.payments.Provider;
import org.palabre.shared.Actor;
import org.palabre.shared.Page;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentController {

    /** The providers that can be used. */
    record Offer(List<Choice> results) {}

    /**
     * One of them.
     *
     * @param name as people know it
     */
    record Choice(Provider provider, String name) {

        static Choice of(Provider provider) {
            return new Choice(
                    provider,
                    switch (provider) {
                        case SANDBOX -> "Sandbox";
                        case ORANGE_MONEY -> "Orange Money";
                        case MTN_MOMO -> "MTN MoMo";
                        case MOOV_MONEY -> "Moov Money";
                    });
        }
    }

    private final Queries queries;

    PaymentController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/payment-providers")
    @Allow(Who.ALL)
    Offer providers() {
        return new Offer(queries.answer(new FindProviders(), Offered.class).providers().stream()
                .map(Choice::of)
                .toList());
    }

    @GetMapping("/api/payments")
    @Allow(Who.ACTIVE)
    Listing<PaymentView> own(@Me Actor.Account me, @RequestParam Optional<PaymentStatus> status, Page.Request page) {
        var query = new FindPayments(new AccountId(me.id()), status, page);
        return Listing.of(queries.answer(query, PaymentPage.class), page);
    }

    @GetMapping("/api/payments/{id}")
    @Allow(Who.OWNER)
    PaymentView payment(@Me Actor.Account me, @PathVariable PaymentId id) {
        return queries.one(new FindPayment(id, new AccountId(me.id())), PaymentView.class);
    }

    @GetMapping("/api/admin/payments")
    @Allow(Who.ADMIN)
    Listing<PaymentOf> all(
            @RequestParam Optional<PaymentStatus> status,
            @RequestParam Optional<Provider> provider,
            @RequestParam Optional<PaymentPurpose> purpose,
            @RequestParam("needs_help") Optional<Boolean> needsHelp,
            Page.Request page) {
        var query = new FindAllPayments(status, provider, purpose, needsHelp, page);
        return Listing.of(queries.answer(query, PayerPage.class), page);
    }
}
