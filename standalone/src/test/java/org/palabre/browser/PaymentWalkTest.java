package org.palabre.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import org.junit.jupiter.api.Test;
import org.palabre.platform.Concert;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Platform;

/** Money as admins see it: through the pages only. */
class PaymentWalkTest extends Walk {

    private final Person admin;

    PaymentWalkTest(Fair fair, Person admin, Chromium chromium) {
        super(fair, chromium);
        this.admin = admin;
    }

    @Test
    void what_a_provider_does_not_give_back_is_given_back_by_hand() {
        var buyer = fair.account("Issa").client();
        Concert.of(fair.account("Griot"), admin, 10, 2_500)
                .order(buyer, 1, "moov_money", "+22670000000")
                .is(202);

        var admin = signedIn(Platform.ADMIN, Platform.ADMIN_PASSWORD, "/admin/payments");
        var issas = admin.find(".rows li:has-text('Issa Koné')");
        issas.getByText("Rembourser").click();
        admin.sees("le paiement le dira").fitsAPhone().find("dialog .danger").click();
        admin.sees("Le remboursement est demandé.");

        admin.field("À faire").selectOption("true");
        admin.sees("rendez l’argent à la main").fitsAPhone();
        assertThat(issas.getByText("Rembourser")).hasCount(0);
        issas.getByText("J’ai rendu l’argent").click();
        admin.sees("Aucun argent n’est déplacé.")
                .fitsAPhone()
                .find("dialog .danger")
                .click();
        admin.sees("C’est noté : l’argent a été rendu.").sees("Aucun paiement trouvé.");
        admin.field("À faire").selectOption("");
        assertThat(issas).containsText("Remboursé");
        assertThat(buyer.get("/api/payments?status=refunded")
                        .is(200)
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void what_was_settled_with_the_provider_is_said_and_waits_for_nobody_any_more() {
        var buyer = fair.account("Awa").client();
        Concert.of(fair.account("Griotte"), admin, 10, 2_500)
                .order(buyer, 1, "moov_money", MoovMoney.PAYS_LESS)
                .is(202);
        await().until(() -> admin.client()
                        .get("/api/admin/payments?needs_help=true")
                        .is(200)
                        .json()
                        .get("count")
                        .asInt()
                == 1);

        var admin = signedIn(Platform.ADMIN, Platform.ADMIN_PASSWORD, "/admin/payments");
        admin.field("À faire").selectOption("true");
        admin.sees("Le montant payé n’est pas celui demandé").fitsAPhone();
        var awas = admin.find(".rows li:has-text('Awa Koné')");
        awas.getByText("C’est réglé").click();
        admin.sees("le paiement reste ce qu’il est")
                .fitsAPhone()
                .find("dialog .danger")
                .click();
        admin.sees("ce paiement n’attend plus personne");
        assertThat(awas).hasCount(0);
        admin.field("À faire").selectOption("");
        assertThat(awas).containsText("En attente");
        assertThat(awas.getByText("C’est réglé")).hasCount(0);
    }
}
