package org.palabre.accounts.command.imports;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Registration;
import org.palabre.accounts.command.imports.Judged.Good;
import org.palabre.accounts.command.imports.Outcome.Bad;
import org.palabre.telephones.Telephones;
import org.palabre.web.WireNames;

/** Judges the rows of one file, one after the other: of two that share a name, the first has it. */
final class RowJudge {

    private final Validator validator;
    private final Telephones telephones;
    private final Map<Name, Long> firstLines = new HashMap<>();

    RowJudge(Validator validator, Telephones telephones) {
        this.validator = validator;
        this.telephones = telephones;
    }

    /** A value that one account has, in a column of that name. */
    private record Name(String column, String value) {}

    Judged judge(AccountRow row) {
        if (!row.complete()) {
            return new Bad(row.line(), "there have to be as many values as columns");
        }
        var faults = validator.validate(row);
        if (!faults.isEmpty()) {
            return new Bad(
                    row.line(), faults.stream().map(RowJudge::words).sorted().collect(Collectors.joining("; ")));
        }
        var command = row.command(AccountId.next(), telephones);
        var names = names(command.registration());
        for (var name : names) {
            var first = firstLines.get(name);
            if (first != null) {
                return new Bad(row.line(), "%s is that of line %d".formatted(name.column(), first));
            }
        }
        names.forEach(name -> firstLines.put(name, row.line()));
        return new Good(row.line(), command);
    }

    private static String words(ConstraintViolation<AccountRow> violation) {
        return WireNames.of(violation.getPropertyPath().toString()) + " " + violation.getMessage();
    }

    private static List<Name> names(Registration registration) {
        return Stream.of(
                        name("email", registration.email()),
                        name("username", registration.username()),
                        name("telephone", registration.telephone()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Name> name(String column, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> new Name(column, text.toLowerCase(Locale.ROOT)));
    }
}
