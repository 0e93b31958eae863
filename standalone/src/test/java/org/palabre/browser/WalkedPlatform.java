package org.palabre.browser;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.palabre.platform.OnePlatform;

/** The platform of those who walk through its pages: what can be seen there, they have brought. Moov Money is paid with, too. */
final class WalkedPlatform extends OnePlatform {

    @Override
    protected Map<String, String> settings(Store store) {
        var settings = new HashMap<>(super.settings(store));
        settings.putAll(store.computeIfAbsent(MoovMoney.class, _ -> new MoovMoney(), MoovMoney.class)
                .settings());
        return settings;
    }
}
