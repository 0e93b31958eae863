package org.palabre.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The types of pictures that are taken, told by how their files begin. */
enum PictureType {
    JPEG,
    PNG,
    WEBP;

    static Optional<PictureType> of(byte[] file) {
        return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
    }

    ImageReader reader() {
        return ImageIO.getImageReadersByFormatName(name()).next();
    }

    private boolean begins(byte[] file) {
        return switch (this) {
            case JPEG -> has(file, 0, "\u00ff\u00d8\u00ff");
            case PNG -> has(file, 0, "\u0089PNG\r\n\u001a\n");
            case WEBP -> has(file, 0, "RIFF") && has(file, 8, "WEBP");
        };
    }

    private static boolean has(byte[] file, int at, String mark) {
        var bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + bytes.length && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
