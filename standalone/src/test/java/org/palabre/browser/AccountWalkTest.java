package org.palabre.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Fair.PASSWORD;
import static org.palabre.platform.Patience.await;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.palabre.platform.Fair;
import org.palabre.platform.Platform;

/** One's account as people see it: through its pages only. */
class AccountWalkTest extends Walk {

    private static final String NEXT = "un-autre-fromager-8";

    AccountWalkTest(Fair fair, Chromium chromium) {
        super(fair, chromium);
    }

    @Test
    void somebody_joins_and_says_who_it_is() {
        var taken = fair.account("Prise").email();
        var email = "une.adresse.qui.est.plus.longue.que.bien.des.telephones@example.org";
        var guest = visitor().opens("/sign-up").fitsAPhone();
        guest.fills("Prénom", "Awa").fills("Nom", "Kouassi").fills("Adresse e-mail", taken);
        guest.fills("Mot de passe", PASSWORD).fills("Le même mot de passe, une seconde fois", "un-autre-mot");
        guest.fills("Téléphone", "12").fills("Nom d’utilisateur", "à");
        guest.field("Je viens au salon pour trouver un emploi").uncheck();
        guest.clicks("Créer mon compte").sees("3 champs sont à corriger.").fitsAPhone();
        assertThat(guest.field("Le même mot de passe, une seconde fois")).isFocused();

        guest.fills("Le même mot de passe, une seconde fois", PASSWORD);
        guest.fills("Téléphone", "").fills("Nom d’utilisateur", "");
        guest.clicks("Créer mon compte").sees("Un compte existe déjà avec cette adresse");
        assertThat(guest.field("Adresse e-mail")).isFocused();

        guest.fills("Adresse e-mail", email).clicks("Créer mon compte").sees("Vérifier votre adresse");
        guest.fitsAPhone().opens("/account").sees("n’est pas encore vérifiée").fitsAPhone();
        guest.follows("Saisir le code");
        guest.fills("Code", visitor().readsCode(email, 1)).isAt("/account").sees("Awa Kouassi");
        assertThat(guest.find(".notice")).hasCount(0);

        guest.fills("Présentation", "Comptable à Treichville.").fills("Date de naissance", "1998-04-30");
        guest.fills("Téléphone", "05 44 33 22 11").fills("Nom d’utilisateur", "1awa");
        guest.clicks("Enregistrer").sees("doit commencer par une lettre");
        guest.fills("Nom d’utilisateur", "awa.en.personne")
                .clicks("Enregistrer")
                .sees("C’est enregistré.");
        assertThat(guest.field("Téléphone")).hasValue("+2250544332211");

        guest.opens("/account").sees("Awa Kouassi").fitsAPhone();
        assertThat(guest.field("Présentation")).hasValue("Comptable à Treichville.");
        assertThat(guest.field("Date de naissance")).hasValue("1998-04-30");
        assertThat(guest.field("Nom d’utilisateur")).hasValue("awa.en.personne");
    }

    @Test
    void whoever_is_signed_in_elsewhere_can_be_signed_out_from_here() {
        var email = fair.account("Bintou").email();
        var elsewhere = signedIn(email, PASSWORD);
        var here = signedIn(email, PASSWORD);
        assertThat(here.find(".sessions")).containsText("Cet appareil");
        assertThat(here.button("Déconnecter : Appareil inconnu")).isVisible();

        here.clicks("Déconnecter : Chrome sur Linux").sees("L’appareil est déconnecté.");
        assertThat(here.button("Déconnecter : Chrome sur Linux")).hasCount(0);
        assertThat(here.find("#sessions")).isFocused();
        isShownOut(elsewhere);

        elsewhere.sees("Votre session est terminée.").fitsAPhone();
        comesIn(elsewhere, email, PASSWORD);
        here.fills("Mot de passe actuel", "pas-le-mien").fills("Nouveau mot de passe", NEXT);
        here.clicks("Changer le mot de passe").sees("n'est pas votre mot de passe actuel");
        here.fills("Mot de passe actuel", PASSWORD).clicks("Changer le mot de passe");
        here.sees("Mot de passe changé.");
        isShownOut(elsewhere);
        comesIn(elsewhere, email, NEXT);
    }

    @Test
    void a_forgotten_password_is_replaced_by_code() {
        var email = fair.account("Mariam").email();
        var stranger = visitor().opens("/sign-in").follows("Mot de passe oublié ?");
        stranger.fills("Adresse e-mail", "personne.ici@example.org").clicks("Recevoir un code");
        stranger.sees("Si un compte existe avec l’adresse personne.ici@example.org");

        var mariam = visitor().opens("/forgot").fitsAPhone();
        mariam.fills("Adresse e-mail", email).clicks("Recevoir un code");
        mariam.sees("Si un compte existe avec l’adresse " + email).fitsAPhone();
        assertThat(mariam.field("Code")).isFocused();
        var code = visitor().readsCode(email, 2);
        mariam.fills("Code", code).fills("Nouveau mot de passe", "motdepasse");
        mariam.clicks("Changer le mot de passe").sees("ne pas être un mot de passe courant");
        mariam.fills("Code", code.equals("000000") ? "000001" : "000000").fills("Nouveau mot de passe", NEXT);
        mariam.clicks("Changer le mot de passe").sees("Ce code est faux, déjà utilisé ou périmé");
        assertThat(mariam.field("Code")).isFocused();
        mariam.fills("Code", code)
                .clicks("Changer le mot de passe")
                .sees("C’est fait")
                .fitsAPhone();

        mariam.follows("Se connecter");
        mariam.fills("E-mail, nom d’utilisateur ou téléphone", email).fills("Mot de passe", PASSWORD);
        mariam.clicks("Se connecter").sees("L'identifiant ou le mot de passe n'est pas le bon.");
        comesIn(mariam, email, NEXT);
    }

    @Test
    void whoever_erases_the_account_does_not_come_back() {
        var email = fair.account("Désirée").email();
        var guest = signedIn(email, PASSWORD);

        guest.clicks("Effacer mon compte…")
                .sees("Voici ce qui disparaît pour toujours")
                .fitsAPhone();
        guest.presses("Escape");
        assertThat(guest.button("Effacer mon compte…")).isFocused();
        guest.presses("Enter").fills("Mot de passe", "pas-le-mien");
        guest.field("Oui, tout cela peut disparaître.").check();
        guest.clicks("Effacer définitivement").sees("n'est pas votre mot de passe actuel");
        guest.fills("Mot de passe", PASSWORD)
                .clicks("Effacer définitivement")
                .sees("Au revoir")
                .fitsAPhone();

        guest.opens("/account").isAt("/sign-in?next=%2Faccount");
        guest.fills("E-mail, nom d’utilisateur ou téléphone", email).fills("Mot de passe", PASSWORD);
        guest.clicks("Se connecter").sees("L'identifiant ou le mot de passe n'est pas le bon.");
    }

    @Test
    void a_photo_is_seen_before_it_is_kept() throws IOException {
        var guest = signedIn(fair.account("Photogène").email(), PASSWORD);
        var portrait = guest.find(".myself .portrait");
        var chosen = guest.find("#photo");
        assertThat(portrait).hasText("PK");

        chosen.setInputFiles(picture("moi.png"));
        assertThat(portrait).hasAttribute("src", Pattern.compile("blob:.*"));
        guest.fitsAPhone().clicks("Annuler");
        assertThat(portrait).hasText("PK");

        chosen.setInputFiles(picture("moi.png"));
        guest.clicks("Garder cette photo");
        assertThat(portrait).hasAttribute("src", Pattern.compile("/api/users/.*"));
        assertThat(portrait).hasJSProperty("naturalWidth", 60);
        chosen.setInputFiles(new FilePayload("moi.png", "image/png", new byte[] {1, 2, 3}));
        guest.clicks("Garder cette photo")
                .sees("Choisissez une image JPEG, PNG ou WebP.")
                .clicks("Annuler");

        guest.clicks("Retirer");
        assertThat(portrait).hasText("PK");
    }

    @Test
    void one_takes_a_copy_of_everything_along() throws IOException {
        var guest = signedIn(fair.account("Prévoyante").email(), PASSWORD);
        try (var copy = new ZipFile(guest.downloads("Télécharger mes données").toFile())) {
            assertThat(copy.stream().map(ZipEntry::getName)).contains("account.json");
        }
        assertThat(guest.button("Télécharger mes données")).isEnabled();
    }

    @Test
    void the_keyboard_alone_will_do() {
        var email = fair.account("Clavière").email();
        var guest = visitor().opens("/account").isAt("/sign-in?next=%2Faccount");
        guest.tabsTo(guest.field("E-mail, nom d’utilisateur ou téléphone")).types(email);
        guest.tabsTo(guest.field("Mot de passe")).types(PASSWORD);
        guest.tabsTo(guest.button("Afficher : Mot de passe")).presses("Space");
        assertThat(guest.find("[name=password]")).hasAttribute("type", "text");
        guest.tabsTo(guest.button("Se connecter")).presses("Enter").isAt("/account");

        guest.tabsTo(guest.field("Présentation")).types("Sans souris.");
        guest.tabsTo(guest.button("Enregistrer")).presses("Enter").sees("C’est enregistré.");
    }

    @Test
    void whoever_reads_english_has_an_account_in_english() {
        var email = fair.account("Ann").email();
        var guest = visitor("en-GB").opens("/account").speaks("en");
        guest.fills("E-mail, username or telephone", email).fills("Password", PASSWORD);
        guest.clicks("Sign in").isAt("/account").sees("Where I am signed in").fitsAPhone();
        guest.fills("Username", "2").clicks("Save").sees("3 to 30");
        guest.clicks("Erase my account…").sees("This goes for ever:").presses("Escape");

        guest.clicks("FR, français")
                .speaks("fr")
                .sees("Mes appareils connectés")
                .fitsAPhone();
    }

    @Test
    void an_admin_finds_people_and_decides_about_them() {
        var email = fair.account("Fanta").email();
        var fanta = visitor();
        var admin = signedIn(Platform.ADMIN, Platform.ADMIN_PASSWORD).follows("Comptes");
        admin.fills("Chercher un nom ou un e-mail", email).fitsAPhone();
        assertThat(admin.find("people-list .rows li")).hasCount(1);

        admin.clicks("Voir : Fanta Koné").fitsAPhone().clicks("Suspendre");
        admin.sees("Suspendre Fanta Koné ?").fitsAPhone();
        admin.find("[aria-labelledby=confirm-question] .danger").click();
        assertThat(admin.button("Réintégrer")).isVisible();
        fanta.opens("/sign-in").fills("E-mail, nom d’utilisateur ou téléphone", email);
        fanta.fills("Mot de passe", PASSWORD).clicks("Se connecter").sees("Ce compte est suspendu");

        admin.clicks("Réintégrer");
        assertThat(admin.button("Suspendre")).isVisible();
        comesIn(fanta, email, PASSWORD);
        admin.field("Rédaction").check();
        admin.clicks("Enregistrer les rôles").clicks("Fermer");
        assertThat(admin.find("people-list .rows")).containsText("Actif · Rédaction · Recherche d’emploi");

        admin.fills("Chercher ce qui a été saisi", email);
        assertThat(admin.find("attempt-list .rows li")).hasCount(2);
        assertThat(admin.find("attempt-list .rows")).containsText("Compte suspendu");
    }

    private Visitor signedIn(String email, String password) {
        return comesIn(visitor(), email, password);
    }

    private static Visitor comesIn(Visitor visitor, String email, String password) {
        return signIn(visitor.opens("/sign-in?next=/account"), email, password)
                .isAt("/account")
                .sees(email);
    }

    /** What a session has got outlives it by seconds. */
    private void isShownOut(Visitor visitor) {
        await().until(() -> {
            visitor.opens("/account")
                    .find("my-sessions li, sign-in-page")
                    .first()
                    .waitFor();
            return visitor.find("sign-in-page").count() == 1;
        });
    }
}
