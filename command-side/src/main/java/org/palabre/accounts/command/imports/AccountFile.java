package org.palabre.accounts.command.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;

/** A table of accounts as databases write them: CSV (RFC 4180) in UTF-8, whose first line names the columns. */
final class AccountFile {

    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    private static final List<String> NEEDED = List.of("email", "first_name", "last_name", "password");

    private final Path path;

    AccountFile(Path path) {
        this.path = path;
    }

    /**
     * How many accounts there are.
     *
     * @throws CannotImport when this is no such table, from its first line to its last
     */
    long count() {
        return read(Stream::count);
    }

    /** Makes something of the accounts, in their order. */
    <R> R read(Function<Stream<AccountRow>, R> use) {
        try (var parser = open()) {
            var missing = NEEDED.stream()
                    .filter(column -> !parser.getHeaderMap().containsKey(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new CannotImport("The first line of %s has to name the columns; there is none called %s."
                        .formatted(path, String.join(", ", missing)));
            }
            return use.apply(parser.stream().map(line -> row(parser.getCurrentLineNumber(), line)));
        } catch (IOException failure) {
            throw unreadable(failure);
        } catch (UncheckedIOException failure) {
            throw unreadable(Objects.requireNonNull(failure.getCause()));
        }
    }

    private CSVParser open() throws IOException {
        var bytes = BOMInputStream.builder().setPath(path).get();
        try {
            return CSVParser.parse(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), FORM);
        } catch (IllegalArgumentException ambiguous) {
            bytes.close();
            throw new CannotImport("The first line of %s has to name each column once.".formatted(path));
        }
    }

    private static AccountRow row(long line, CSVRecord values) {
        return AccountRow.of(
                line,
                values.isConsistent(),
                column -> values.isSet(column)
                        ? Optional.of(values.get(column)).filter(value -> !value.isEmpty())
                        : Optional.empty());
    }

    private CannotImport unreadable(IOException failure) {
        return new CannotImport(
                switch (failure) {
                    case NoSuchFileException _ -> "There is no file %s.".formatted(path);
                    case CharacterCodingException _ -> "%s is not written in UTF-8.".formatted(path);
                    default -> "%s cannot be read: %s".formatted(path, failure.getMessage());
                });
    }
}
