package org.palabre.pictures;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.web.UnfitFile;
import org.springframework.mock.web.MockMultipartFile;

class PicturesTest {

    private static final byte[] JPEG_BEGINS = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final Pictures pictures = new Pictures();

    @Nested
    class What_is_taken {

        @ParameterizedTest
        @ValueSource(strings = {"jpeg", "png", "webp"})
        void a_picture_comes_out_as_a_small_and_a_large_one(String format) throws IOException {
            var made = pictures.inSizes(sent(encoded(halves(2000, 1000, TYPE_INT_RGB), format)), List.of(128, 1024));

            assertThat(made).hasSize(2);
            assertThat(made.getFirst().getContentAsByteArray()).startsWith(JPEG_BEGINS);
            var small = picture(made.getFirst().getContentAsByteArray());
            assertThat(small.getWidth()).isEqualTo(128);
            assertThat(small.getHeight()).isEqualTo(64);
            var large = picture(made.getLast().getContentAsByteArray());
            assertThat(large.getWidth()).isEqualTo(1024);
            assertThat(large.getHeight()).isEqualTo(512);
            assertThat(large)
                    .satisfies(it -> isAlmost(it, 100, 250, Color.RED), it -> isAlmost(it, 900, 250, Color.BLUE));
        }

        @ParameterizedTest
        @CsvSource({
            "40, 30, 40, 30",
            "1, 1, 1, 1",
            "3, 3000, 1, 1024",
            "6000, 3, 1024, 1",
            "1024, 1024, 1024, 1024",
            "5000, 4000, 1024, 819"
        })
        void none_is_enlarged_or_changes_its_form(int width, int height, int newWidth, int newHeight)
                throws IOException {
            for (var format : new String[] {"jpeg", "png", "webp"}) {
                var large = large(encoded(halves(width, height, TYPE_INT_RGB), format));

                assertThat(large.getWidth()).isEqualTo(newWidth);
                assertThat(large.getHeight()).isEqualTo(newHeight);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"png", "webp"})
        void one_sees_white_through_it(String format) throws IOException {
            var picture = new BufferedImage(200, 200, TYPE_INT_ARGB);
            picture.setRGB(0, 0, 100, 200, opaque(100 * 200), 0, 100);

            var large = large(encoded(picture, format));

            isAlmost(large, 50, 100, Color.RED);
            isAlmost(large, 150, 100, Color.WHITE);
        }

        @ParameterizedTest
        @ValueSource(ints = {TYPE_BYTE_GRAY, TYPE_USHORT_GRAY, TYPE_BYTE_INDEXED, TYPE_3BYTE_BGR})
        void it_may_have_few_colours_or_many(int type) throws IOException {
            var large = large(encoded(halves(200, 100, type), "png"));

            assertThat(large.getWidth()).isEqualTo(200);
        }

        @Test
        void it_may_have_the_colours_of_print() throws IOException {
            var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 32, 4, null);
            var file = new ByteArrayOutputStream();
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            try (var stream = new MemoryCacheImageOutputStream(file)) {
                writer.setOutput(stream);
                writer.write(new IIOImage(raster, null, null));
            }

            assertThat(large(file.toByteArray()).getWidth()).isEqualTo(64);
        }

        @Test
        void it_stands_upright_as_the_camera_was_held() throws IOException {
            var large = large(withExif(encoded(halves(800, 400, TYPE_INT_RGB), "jpeg"), 6));

            assertThat(large.getWidth()).isEqualTo(400);
            assertThat(large.getHeight()).isEqualTo(800);
            isAlmost(large, 200, 100, Color.RED);
            isAlmost(large, 200, 700, Color.BLUE);
        }

        @Test
        void what_is_written_beside_the_pixels_may_be_nonsense() throws IOException {
            var picture = encoded(halves(800, 400, TYPE_INT_RGB), "jpeg");

            assertThat(large(withExif(picture, 99)).getWidth()).isEqualTo(800);
            assertThat(large(withSegment(picture, 0xe1, "Exif\0\0MM\0*\u007f".getBytes(ISO_8859_1)))
                            .getWidth())
                    .isEqualTo(800);
        }
    }

    @Nested
    class What_is_dropped {

        @Test
        void nothing_but_the_pixels_remains() throws IOException {
            var sent = withExif(encoded(halves(300, 200, TYPE_INT_RGB), "jpeg"), 1);
            assertThat(text(sent)).contains("Exif", "GPS 5.3364 N");

            for (var made : pictures.inSizes(sent(sent), List.of(128, 1024))) {
                assertThat(text(made.getContentAsByteArray())).doesNotContain("Exif", "GPS", "5.3364");
            }
        }

        @Test
        void what_is_a_page_as_well_is_one_no_more() throws IOException {
            var picture = encoded(halves(300, 200, TYPE_INT_RGB), "jpeg");
            var script = "<html><script>alert(1)</script>";
            var sent = joined(withComment(picture, script), script.getBytes(ISO_8859_1));

            for (var made : pictures.inSizes(sent(sent), List.of(128, 1024))) {
                assertThat(text(made.getContentAsByteArray())).doesNotContain("<html>", "script");
            }
        }
    }

    @Nested
    class What_is_refused {

        @Test
        void nothing() {
            refused(new byte[0], UnfitFile.Reason.EMPTY);
        }

        @Test
        void more_than_5_MB() throws IOException {
            var picture = encoded(halves(300, 200, TYPE_INT_RGB), "jpeg");
            large(Arrays.copyOf(picture, 5 << 20));

            refused(Arrays.copyOf(picture, (5 << 20) + 1), UnfitFile.Reason.TOO_LARGE);
        }

        /** Decoded they would take a hundred times the memory that there is. */
        @Test
        void more_pixels_than_anybody_needs() throws IOException {
            refused(png(30_000, 30_000), UnfitFile.Reason.TOO_LARGE);
            refused(png(Integer.MAX_VALUE, Integer.MAX_VALUE), UnfitFile.Reason.TOO_LARGE);
            refused(png(40_000_001, 1), UnfitFile.Reason.TOO_LARGE);
            refused(webp(16_000, 16_000), UnfitFile.Reason.TOO_LARGE);
            var jpeg = encoded(halves(300, 200, TYPE_INT_RGB), "jpeg");
            var size = text(jpeg).indexOf("\u00ff\u00c0") + 5;
            ByteBuffer.wrap(jpeg).putShort(size, (short) 60_000).putShort(size + 2, (short) 60_000);
            refused(jpeg, UnfitFile.Reason.TOO_LARGE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"jpeg", "png", "webp"})
        void what_breaks_off(String format) throws IOException {
            var picture = encoded(halves(1000, 800, TYPE_INT_RGB), format);

            for (var length : new int[] {picture.length / 2, picture.length * 3 / 4, 40, 12, 3}) {
                refused(Arrays.copyOf(picture, length), UnfitFile.Reason.WRONG_TYPE);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "just a text",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                    "<html>\u00ff\u00d8\u00ff</html>",
                    "GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000",
                    "BM",
                    "RIFF\u0004\u0000\u0000\u0000WAVE",
                    "RIFF\u0004\u0000\u0000\u0000WEBP",
                    "\u00ff\u00d8\u00ff\u00e0 and nothing more",
                    "\u0089PNG\r\n\u001a\n and nothing more",
                })
        void what_is_no_picture(String content) {
            refused(content.getBytes(ISO_8859_1), UnfitFile.Reason.WRONG_TYPE);
        }

        private void refused(byte[] file, UnfitFile.Reason reason) {
            assertThatThrownBy(() -> pictures.inSizes(sent(file), List.of(128)))
                    .isInstanceOf(UnfitFile.class)
                    .hasMessage(reason.name());
        }
    }

    private BufferedImage large(byte[] file) throws IOException {
        return picture(pictures.inSizes(sent(file), List.of(1024)).getFirst().getContentAsByteArray());
    }

    /** Named and declared as something else, since neither counts. */
    private static MockMultipartFile sent(byte[] file) {
        return new MockMultipartFile("file", "notes.png", "text/plain", file);
    }

    /** Red on the left, blue on the right. */
    private static BufferedImage halves(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return picture;
    }

    private static int[] opaque(int pixels) {
        var colours = new int[pixels];
        Arrays.fill(colours, Color.RED.getRGB());
        return colours;
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, file)).isTrue();
        return file.toByteArray();
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static void isAlmost(BufferedImage picture, int x, int y, Color colour) {
        var found = new Color(picture.getRGB(x, y));
        assertThat(Math.abs(found.getRed() - colour.getRed())
                        + Math.abs(found.getGreen() - colour.getGreen())
                        + Math.abs(found.getBlue() - colour.getBlue()))
                .as("%s is almost %s", found, colour)
                .isLessThan(40);
    }

    /** With an orientation and a place in its EXIF (CIPA DC-008: a TIFF header, and a directory of tags). */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var place = "GPS 5.3364 N\0\0\0\0".getBytes(ISO_8859_1);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + place.length);
        exif.put("Exif\0\0MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010e).putShort((short) 2).putInt(place.length).putInt(38);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put(place);
        return withSegment(jpeg, 0xe1, exif.array());
    }

    private static byte[] withComment(byte[] jpeg, String text) {
        return withSegment(jpeg, 0xfe, text.getBytes(ISO_8859_1));
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var segment = ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + content.length))
                .put(content);
        // behind the segment that says it is a JPEG
        var after = 4 + ByteBuffer.wrap(jpeg).getShort(4);
        return joined(Arrays.copyOf(jpeg, after), segment.array(), Arrays.copyOfRange(jpeg, after, jpeg.length));
    }

    /** One whose header claims a size. */
    private static byte[] png(int width, int height) throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(new byte[100_000]);
        }
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2);
        return joined(
                "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1),
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] content) {
        var checked = joined(type.getBytes(ISO_8859_1), content);
        var sum = new CRC32();
        sum.update(checked);
        return ByteBuffer.allocate(8 + checked.length)
                .putInt(content.length)
                .put(checked)
                .putInt((int) sum.getValue())
                .array();
    }

    /** One without loss whose header claims a size, in 14 bits each (RFC 9649, 3.4). */
    private static byte[] webp(int width, int height) {
        var sizes = Integer.reverseBytes(width - 1 | height - 1 << 14);
        var content = ByteBuffer.allocate(100).put((byte) 0x2f).putInt(sizes).array();
        return ByteBuffer.allocate(20 + content.length)
                .put("RIFF".getBytes(ISO_8859_1))
                .putInt(Integer.reverseBytes(12 + content.length))
                .put("WEBPVP8L".getBytes(ISO_8859_1))
                .putInt(Integer.reverseBytes(content.length))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }
}
