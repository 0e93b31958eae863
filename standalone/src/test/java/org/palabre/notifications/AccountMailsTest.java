package org.palabre.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.OneShape;
import tools.jackson.databind.JsonNode;

/** What is mailed about an account besides the code that proves its address. */
@ExtendWith(OnePlatform.class)
class AccountMailsTest {

    private static final String NEW_PASSWORD = "acacia-et-palabres-8";

    private final Fair fair;
    private final Client anyone;

    AccountMailsTest(Fair fair) {
        this.fair = fair;
        this.anyone = fair.anyone();
    }

    @Test
    void whose_password_was_changed_is_told() {
        var person = fair.account("Changee");

        person.client()
                .post(
                        "/api/auth/password/change",
                        Map.of("current_password", Fair.PASSWORD, "new_password", NEW_PASSWORD))
                .is(204);

        await().until(() -> newest(person.email()).equals("Votre mot de passe Palabre a été changé"));
    }

    @Test
    void whose_password_was_reset_is_told() {
        var person = fair.account("Remise");
        anyone.post("/api/auth/password/forgot", Map.of("email", person.email()))
                .is(202);
        await().until(() -> newest(person.email()).contains("nouveau mot de passe"));

        anyone.post(
                        "/api/auth/password/reset",
                        Map.of(
                                "email",
                                person.email(),
                                "code",
                                fair.code(person.email()),
                                "new_password",
                                NEW_PASSWORD))
                .is(204);

        await().until(() -> newest(person.email()).equals("Votre mot de passe Palabre a été changé"));
    }

    @Test
    @OneShape("the local mailbox is standalone's alone; elsewhere mails are gone from the platform")
    void an_erased_person_has_no_mails_in_the_local_mailbox() {
        var erased = fair.account("Effacee");
        var other = fair.account("Gardee");

        erased.client()
                .send("DELETE", "/api/users/me", Map.of("password", Fair.PASSWORD))
                .is(202);

        await().until(() -> mails(erased.email()).isEmpty());
        assertThat(mails(other.email())).hasSize(1);
    }

    private String newest(String email) {
        return mails(email).at("/0/subject").asString();
    }

    private JsonNode mails(String email) {
        return anyone.get("/api/dev/mailbox?to=" + email).is(200).json();
    }
}
