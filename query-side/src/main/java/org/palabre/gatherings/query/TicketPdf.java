package org.palabre.gatherings.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.palabre.gatherings.OrderQuery.Pass;
import org.springframework.stereotype.Component;

/** A ticket on one page of A6, to be printed or kept on a phone. */
@Component
class TicketPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 24;
    private static final float TITLE = 16;
    private static final float TEXT = 10;
    private static final float LEADING = 1.35f;
    private static final float PICTURE = 170;
    private static final int MOST_LINES_OF_A_TITLE = 4;

    byte[] of(Pass pass, Locale language) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument();
                var font = parsedFont()) {
            var page = new PDPage(PDRectangle.A6);
            document.addPage(page);
            document.getDocumentInformation().setTitle(pass.stored().gathering().title());
            var letters = PDType0Font.load(document, font, true);
            try (var canvas = new PDPageContentStream(document, page)) {
                var top = write(canvas, letters, lines(pass, language, letters), page.getMediaBox());
                var picture = LosslessFactory.createFromImage(
                        document, QrCode.of(pass.signed()).image());
                canvas.drawImage(
                        picture, (page.getMediaBox().getWidth() - PICTURE) / 2, top - PICTURE, PICTURE, PICTURE);
            }
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private record Line(String text, float size) {}

    private List<Line> lines(Pass pass, Locale language, PDFont font) throws IOException {
        var gathering = pass.stored().gathering();
        var ticket = pass.stored().ticket();
        var lines = new ArrayList<Line>();
        wrapped(gathering.title(), TITLE, font).stream()
                .limit(MOST_LINES_OF_A_TITLE)
                .forEach(line -> lines.add(new Line(line, TITLE)));
        for (var text : List.of(
                when(gathering.startsAt(), language),
                gathering.venue(),
                "%s · %s".formatted(ticket.ticketType().name(), ticket.price().written(language)),
                ticket.code())) {
            wrapped(text, TEXT, font).stream().limit(2).forEach(line -> lines.add(new Line(line, TEXT)));
        }
        return lines;
    }

    /** Where the next thing below may begin. */
    private static float write(PDPageContentStream canvas, PDFont font, List<Line> lines, PDRectangle page)
            throws IOException {
        var y = page.getHeight() - MARGIN;
        for (var line : lines) {
            y -= line.size() * LEADING;
            canvas.beginText();
            canvas.setFont(font, line.size());
            canvas.newLineAtOffset(MARGIN, y);
            canvas.showText(line.text());
            canvas.endText();
        }
        return y - TEXT;
    }

    private static List<String> wrapped(String text, float size, PDFont font) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : drawable(text, font).split(" ", -1)) {
            for (var piece : pieces(word, size, font)) {
                var longer = line.isEmpty() ? piece : line + " " + piece;
                if (!line.isEmpty() && tooWide(longer, size, font)) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(piece);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is wider than the page is broken where the page ends. */
    private static List<String> pieces(String word, float size, PDFont font) throws IOException {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (var letter : word.codePoints().mapToObj(Character::toString).toList()) {
            if (tooWide(piece + letter, size, font)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(letter);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean tooWide(String text, float size, PDFont font) throws IOException {
        return font.getStringWidth(text) / 1000 * size > PDRectangle.A6.getWidth() - 2 * MARGIN;
    }

    /** What the font has no letter for is shown as a question mark. */
    private static String drawable(String text, PDFont font) {
        return text.strip()
                .replaceAll("[\\p{Z}\\s]+", " ")
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> has(font, letter) ? letter : "?")
                .reduce("", String::concat);
    }

    private static boolean has(PDFont font, String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String when(Instant at, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " GMT";
    }

    private static TrueTypeFont parsedFont() throws IOException {
        try (var font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            return new TTFParser().parse(new RandomAccessReadBuffer(font.readAllBytes()));
        }
    }
}
