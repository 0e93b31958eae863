package org.palabre.accounts;

/** How large an account's photo is shown. */
public enum PhotoSize {
    SMALL(128),
    LARGE(1_024);

    private final int pixels;

    PhotoSize(int pixels) {
        this.pixels = pixels;
    }

    /** As wide and as high at most. */
    public int pixels() {
        return pixels;
    }
}
