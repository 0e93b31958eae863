package org.palabre.browser;

import org.palabre.platform.OnePlatform;

/** The platform of those who walk through its pages: what can be seen there, they have brought. */
final class WalkedPlatform extends OnePlatform {}
