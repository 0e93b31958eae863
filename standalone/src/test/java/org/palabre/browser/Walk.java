package org.palabre.browser;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Fair;

/** A walk through the pages by visitors with browsers of their own, none of whom may have anything to complain of. */
@ExtendWith({WalkedPlatform.class, OneChromium.class})
abstract class Walk {

    final Fair fair;

    private final Chromium chromium;
    private final List<Visitor> visitors = new ArrayList<>();

    Walk(Fair fair, Chromium chromium) {
        this.fair = fair;
        this.chromium = chromium;
    }

    @AfterEach
    void nobody_complains() {
        visitors.forEach(Visitor::hasNoComplaint);
        visitors.forEach(Visitor::leaves);
    }

    final Visitor visitor() {
        return visitor("fr-FR");
    }

    final Visitor visitor(String language) {
        var visitor = chromium.visitor(fair.anyone().origin(), language);
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody who was asked to sign in on the way to this path. */
    final Visitor signedIn(String email, String password, String path) {
        var door = "/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        return signIn(visitor().opens(door), email, password).isAt(path);
    }

    static Visitor signIn(Visitor visitor, String email, String password) {
        visitor.fills("E-mail, nom d’utilisateur ou téléphone", email).fills("Mot de passe", password);
        return visitor.clicks("Se connecter");
    }

    /** A small one, in a file of this name. */
    static FilePayload picture(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }
}
