package org.palabre.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import net.coobird.thumbnailator.Thumbnails;
import org.palabre.web.UnfitFile;
import org.palabre.web.UnfitFile.Reason;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/**
 * Makes pictures of what people send: JPEG, PNG or WebP by content, 5 MB and 40 million pixels at most. What is kept is
 * made anew of the pixels alone, so that nothing else that was in the file comes out again.
 */
@Component
public class Pictures {

    public static final String MEDIA_TYPE = "image/jpeg";

    private static final long BYTES = DataSize.ofMegabytes(5).toBytes();
    private static final double QUALITY = 0.85;

    /** Of those that are decoded at once: each takes up to 80 MB. */
    private final Semaphore places = new Semaphore(2);

    /** The same picture once for each of these sizes: JPEG, at most so many pixels wide and high, never enlarged. */
    public List<Resource> inSizes(MultipartFile sent, List<Integer> sizes) {
        if (sent.isEmpty()) {
            throw new UnfitFile(Reason.EMPTY);
        }
        if (sent.getSize() > BYTES) {
            throw new UnfitFile(Reason.TOO_LARGE);
        }
        places.acquireUninterruptibly();
        try {
            var picture = new SentPicture(sent.getBytes()).decoded(Collections.max(sizes));
            return sizes.stream().map(size -> jpeg(noLarger(picture, size))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            places.release();
        }
    }

    private static Resource jpeg(BufferedImage picture) {
        var file = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture)
                    .scale(1)
                    .outputFormat("jpeg")
                    .outputQuality(QUALITY)
                    .toOutputStream(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ByteArrayResource(file.toByteArray());
    }

    /** The picture, or a smaller one: at most so many pixels wide and high. */
    static BufferedImage noLarger(BufferedImage picture, int size) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var scale = (double) size / Math.max(width, height);
        if (scale >= 1) {
            return picture;
        }
        try {
            return Thumbnails.of(picture)
                    .forceSize(scaled(width, scale), scaled(height, scale))
                    .asBufferedImage();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One pixel at least, whatever is left of a narrow picture. */
    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }
}
