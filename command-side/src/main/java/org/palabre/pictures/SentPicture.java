package org.palabre.pictures;

import com.luciad.imageio.webp.WebPReadParam;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.palabre.web.UnfitFile;
import org.palabre.web.UnfitFile.Reason;

/** A file that is said to be a picture. It may be anything, and made to do harm. */
class SentPicture {

    private static final long PIXELS = 40_000_000;

    /** What the decoder of JPEG calls a file that ends too early or goes wrong; everything else it says is harmless. */
    private static final Pattern BROKEN =
            Pattern.compile("premature end|truncated|bad huffman", Pattern.CASE_INSENSITIVE);

    private final byte[] file;

    SentPicture(byte[] file) {
        this.file = file;
    }

    /** The pixels, at most so many wide and high: upright, and on white where one saw through. */
    BufferedImage decoded(int size) {
        var type = PictureType.of(file).orElseThrow(() -> new UnfitFile(Reason.WRONG_TYPE));
        var reader = type.reader();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // how a camera was held is all that is wanted of what else is in a file
            reader.setInput(stream, true, type != PictureType.JPEG);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > PIXELS) {
                throw new UnfitFile(Reason.TOO_LARGE);
            }
            reader.addIIOReadWarningListener((_, warning) -> {
                if (BROKEN.matcher(warning).find()) {
                    throw new UnfitFile(Reason.WRONG_TYPE);
                }
            });
            var pixels = onWhite(Pictures.noLarger(reader.read(0, reduced(reader, size)), size));
            return type == PictureType.JPEG ? upright(pixels, orientation(reader)) : pixels;
        } catch (UnfitFile unfit) {
            throw unfit;
        } catch (IOException | RuntimeException broken) {
            // what a decoder throws at a file that was made to confuse it may be anything
            throw new UnfitFile(Reason.WRONG_TYPE);
        } finally {
            reader.dispose();
        }
    }

    /** In steps so wide that at least twice as many pixels remain as are needed, since smaller ones are made of them. */
    private static ImageReadParam reduced(ImageReader reader, int size) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var step = Math.max(1, Math.max(width, height) / (2 * size));
        var how = reader.getDefaultReadParam();
        if (how instanceof WebPReadParam webp) {
            webp.setUseScaling(true);
            webp.setScaledWidth(Math.max(1, width / step));
            webp.setScaledHeight(Math.max(1, height / step));
        } else {
            how.setSourceSubsampling(step, step, 0, 0);
        }
        return how;
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    /** How the camera was held, as far as the file tells it well. */
    private static Orientation orientation(ImageReader reader) {
        try {
            return Objects.requireNonNullElse(ExifUtils.getExifOrientation(reader, 0), Orientation.TOP_LEFT);
        } catch (IOException | RuntimeException _) {
            // the pixels are good, whatever is written beside them
            return Orientation.TOP_LEFT;
        }
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        return ExifFilterUtils.getFilterForOrientation(orientation).apply(picture);
    }
}
