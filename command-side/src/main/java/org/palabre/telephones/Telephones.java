package org.palabre.telephones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads telephone numbers as people write them, national ones as those of the platform's region. */
@Component
public class Telephones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final String region;

    public Telephones(@Value("${palabre.region:CI}") String region) {
        this.region = region;
    }

    /** What a text is, read as a telephone number. */
    sealed interface Reading {}

    record E164(String number) implements Reading {

        /** Shows nothing, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "E164";
        }
    }

    /** Why a text is no number that can be called. */
    enum Fault implements Reading {
        NOT_A_NUMBER,
        UNKNOWN_COUNTRY,
        TOO_SHORT,
        TOO_LONG,
        NOT_IN_USE,
        NOT_MOBILE
    }

    /** The number in E.164, if it can be one. */
    public Optional<String> read(String text) {
        return judge(text) instanceof E164 read ? Optional.of(read.number()) : Optional.empty();
    }

    /** The same for a number that money can be asked of; some countries do not tell those from fixed lines. */
    Reading judgeMobile(String text) {
        var reading = judge(text);
        return reading instanceof E164 read && !isMobile(read) ? Fault.NOT_MOBILE : reading;
    }

    /** Letters that stand for digits are not read, they could be a username. */
    Reading judge(String text) {
        if (text.chars().anyMatch(Character::isLetter)) {
            return Fault.NOT_A_NUMBER;
        }
        try {
            return judge(NUMBERS.parse(text, region));
        } catch (NumberParseException noNumber) {
            return switch (noNumber.getErrorType()) {
                case INVALID_COUNTRY_CODE -> Fault.UNKNOWN_COUNTRY;
                case NOT_A_NUMBER -> Fault.NOT_A_NUMBER;
                case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Fault.TOO_SHORT;
                case TOO_LONG -> Fault.TOO_LONG;
            };
        }
    }

    private static boolean isMobile(E164 read) {
        try {
            return switch (NUMBERS.getNumberType(NUMBERS.parse(read.number(), null))) {
                case MOBILE, FIXED_LINE_OR_MOBILE -> true;
                default -> false;
            };
        } catch (NumberParseException impossible) {
            throw new IllegalStateException("What was written cannot be read");
        }
    }

    private static Reading judge(PhoneNumber number) {
        return switch (NUMBERS.isPossibleNumberWithReason(number)) {
            case INVALID_COUNTRY_CODE -> Fault.UNKNOWN_COUNTRY;
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> Fault.TOO_SHORT;
            case TOO_LONG -> Fault.TOO_LONG;
            case IS_POSSIBLE, INVALID_LENGTH ->
                NUMBERS.isValidNumber(number)
                        ? new E164(NUMBERS.format(number, PhoneNumberFormat.E164))
                        : Fault.NOT_IN_USE;
        };
    }
}
