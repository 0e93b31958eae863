package org.palabre.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.palabre.platform.Fair.PASSWORD;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.palabre.platform.Fair;
import org.palabre.platform.Platform;

/** The fair as people see it: through its pages only. */
class BrowserWalkTest extends Walk {

    BrowserWalkTest(Fair fair, Chromium chromium) {
        super(fair, chromium);
    }

    @Test
    void a_fair_goes_on_before_everybodys_eyes() {
        var admin = signedInAdmin();
        var board = madeCompany(admin, "Ivoire Cacao");
        var company = visitor().opens(board).isAt("/fair/company").sees("Personne n’attend pour l’instant.");
        var wall = visitor().opens(board.replace("#", "?wall=1#")).sees("Le stand vous attend.");
        var ada = student("Ada");
        var bob = student("Bob");
        join(ada, "Ivoire Cacao");
        join(bob, "Ivoire Cacao");
        assertThat(place(ada)).hasText("1");
        assertThat(place(bob)).hasText("2");
        var all = List.of(admin, company, wall, ada, bob);
        all.forEach(Visitor::stays);

        company.clicks("Commencer : Ada Koné");

        ada.sees("C’est votre tour !");
        assertThat(ada.find("h1")).hasText("Ivoire Cacao");
        assertThat(place(bob)).hasText("1");
        bob.sees("Vous êtes la prochaine personne");
        assertThat(interviews(company)).containsText("Ada Koné");
        assertThat(wall.find(".now")).containsText("Ada Koné");
        assertThat(slotsOfIvoireCacao(admin)).hasText("1 / 1");
        admin.sees("En entretien : Ivoire Cacao");
        all.forEach(Visitor::fitsAPhone);

        company.clicks("Terminer : Ada Koné");

        ada.clicks("Je suis de nouveau disponible").sees("Vous êtes disponible");
        ada.sees("1 entretien terminé");
        assertThat(slotsOfIvoireCacao(admin)).hasText("0 / 1");

        company.find(".next button").click();

        bob.sees("C’est votre tour !");
        assertThat(interviews(company)).containsText("Bob Koné");
        assertThat(wall.find(".now")).containsText("Bob Koné");
        all.forEach(Visitor::hasStayed);
    }

    @Test
    void a_refused_name_is_explained_where_it_was_typed() {
        var admin = signedInAdmin();
        madeCompany(admin, "Zébu & Fils");

        admin.clicks("Ajouter une entreprise").fills("Nom de l’entreprise", "zébu & fils");
        admin.clicks("Ajouter").sees("Ce nom est déjà utilisé : choisissez-en un autre.");

        admin.fills("Nom de l’entreprise", "Zébu & Filles").clicks("Ajouter").sees("Le jeton de Zébu & Filles");
    }

    @Test
    void a_new_token_closes_the_board_that_the_old_one_opened() {
        var admin = signedInAdmin();
        var company = visitor().opens(madeCompany(admin, "Clinique Farah")).sees("En direct");
        company.stays();

        admin.clicks("Nouveau jeton : Clinique Farah").clicks("Créer un nouveau jeton");

        admin.sees("Le jeton de Clinique Farah");
        company.sees("Votre jeton n’est plus valable. Demandez le nouveau à l’organisation.");
        company.hasStayed()
                .fills(
                        "Jeton de l’entreprise",
                        admin.field("Jeton de l’entreprise").inputValue());
        company.clicks("Ouvrir le tableau").sees("Clinique Farah");
    }

    @Test
    void whoever_reads_english_is_spoken_to_in_english_by_pages_and_server() {
        var guest = visitor("en-GB").opens("/").speaks("en").sees("The tree under which people meet");

        guest.follows("Sign in").fills("E-mail, username or telephone", "nobody@example.org");
        guest.fills("Password", PASSWORD).clicks("Sign in").sees("The name or the password is not right.");

        guest.clicks("FR, français")
                .speaks("fr")
                .fills("Mot de passe", PASSWORD)
                .clicks("Se connecter");
        guest.sees("L'identifiant ou le mot de passe n'est pas le bon.").fitsAPhone();
    }

    @Test
    void pages_open_to_all_fit_a_phone() {
        var guest = visitor();
        for (var path : List.of(
                "/",
                "/sign-in",
                "/sign-up",
                "/code",
                "/forgot",
                "/setup",
                "/setup?token=x",
                "/fair/company",
                "/events",
                "/plans")) {
            guest.opens(path);
            assertThat(guest.find("h1")).isVisible();
            guest.fitsAPhone();
        }
    }

    private Visitor signedInAdmin() {
        return signIn(visitor().opens("/sign-in"), Platform.ADMIN, Platform.ADMIN_PASSWORD)
                .isAt("/fair/admin")
                .sees("En direct");
    }

    /** The link to its board, which is shown this once. */
    private String madeCompany(Visitor admin, String name) {
        admin.clicks("Ajouter une entreprise").fills("Nom de l’entreprise", name);
        admin.clicks("Ajouter").sees("Il n’est montré qu’une fois.").fitsAPhone();
        var link = admin.field("Lien vers le tableau").inputValue();
        admin.clicks("C’est noté");
        assertThat(admin.field("Lien vers le tableau")).hasCount(0);
        assertThat(admin.find(".cards")).containsText(name);
        return link;
    }

    private Visitor student(String firstName) {
        var email = firstName + ".dans.un.navigateur@example.org";
        var student = visitor().opens("/fair/student").follows("Créer un compte");
        student.fills("Prénom", firstName).fills("Nom", "Koné").fills("Adresse e-mail", email);
        student.fills("Mot de passe", PASSWORD).fills("Le même mot de passe, une seconde fois", PASSWORD);
        student.clicks("Créer mon compte").sees("Vérifier votre adresse").fitsAPhone();
        student.fills("Code", mailedCode(email)).isAt("/fair/student").sees("Votre nom au salon");
        return student.fitsAPhone().clicks("C’est parti").sees("Vous n’attendez nulle part.");
    }

    private String mailedCode(String email) {
        var postman = visitor();
        var code = postman.readsCode(email, 1);
        assertThat(postman.find("iframe").contentFrame().locator("body")).hasCSS("max-width", "640px");
        postman.fitsAPhone();
        return code;
    }

    private void join(Visitor student, String company) {
        student.clicks("Prendre place : " + company).sees("Vous attendez").fitsAPhone();
    }

    private Locator place(Visitor student) {
        return student.find(".place strong");
    }

    private Locator interviews(Visitor company) {
        return company.find(".interviews");
    }

    private Locator slotsOfIvoireCacao(Visitor admin) {
        return admin.find(".cards li:has-text('Ivoire Cacao') dd").first();
    }
}
