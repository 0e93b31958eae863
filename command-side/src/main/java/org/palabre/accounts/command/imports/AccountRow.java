package org.palabre.accounts.command.imports;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.ImportAccount;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Language;
import org.palabre.accounts.Registration;
import org.palabre.accounts.command.EmailAddress;
import org.palabre.accounts.command.Username;
import org.palabre.accounts.command.django.DjangoHash;
import org.palabre.telephones.Telephone;
import org.palabre.telephones.Telephones;
import org.palabre.web.OneLine;

/**
 * What one line says about an account, under the rules of the form by which people register.
 *
 * @param line of the file in which it ends, from 1
 * @param complete whether it has a value for each column and no more
 */
record AccountRow(
        long line,
        boolean complete,
        @EmailAddress String email,
        @OneLine @Size(max = 100) String firstName,
        @OneLine @Size(max = 100) String lastName,
        @OldPassword String password,
        @Nullable @Username String username,
        @Nullable @Telephone String telephone,

        @Pattern(regexp = YES_OR_NO, message = "must be true or false")
        String isActive,

        @Pattern(regexp = YES_OR_NO, message = "must be true or false")
        String emailVerified,

        String language,
        @Nullable @PastMoment String dateJoined,
        @Nullable @PastMoment String lastLogin) {

    private static final String YES = "(?i)t|true|1";
    private static final String YES_OR_NO = YES + "|f|false|0";

    /**
     * Reads it from the columns. A username that is the e-mail address, as many applications have it, is none here.
     *
     * @param column the value of a column by its name, if there is one that is not empty
     */
    static AccountRow of(long line, boolean complete, Function<String, Optional<String>> column) {
        var email = column.apply("email").orElse("");
        return new AccountRow(
                line,
                complete,
                email,
                column.apply("first_name").orElse(""),
                column.apply("last_name").orElse(""),
                column.apply("password").orElse(DjangoHash.UNUSABLE),
                column.apply("username")
                        .filter(username -> !username.equalsIgnoreCase(email))
                        .orElse(null),
                column.apply("telephone")
                        .or(() -> column.apply("phone_number"))
                        .or(() -> column.apply("phone"))
                        .orElse(null),
                column.apply("is_active").orElse("true"),
                column.apply("email_verified").orElse("false"),
                column.apply("language").orElse("fr"),
                column.apply("date_joined").orElse(null),
                column.apply("last_login").orElse(null));
    }

    /** The command that makes an account of it, if the line is good. */
    ImportAccount command(AccountId accountId, Telephones telephones) {
        var registration = new Registration(
                email,
                firstName,
                lastName,
                username,
                telephone == null ? null : telephones.read(telephone).orElseThrow(),
                Language.of(Locale.forLanguageTag(language)),
                password.startsWith(DjangoHash.UNUSABLE) ? DjangoHash.UNUSABLE : password);
        return new ImportAccount(
                accountId,
                registration,
                moment(dateJoined),
                moment(lastLogin),
                emailVerified.matches(YES),
                !isActive.matches(YES));
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Moments.read(text).orElseThrow();
    }

    /** Shows the line only, so that no log holds what is personal or secret. */
    @Override
    public String toString() {
        return "AccountRow[" + line + "]";
    }
}
