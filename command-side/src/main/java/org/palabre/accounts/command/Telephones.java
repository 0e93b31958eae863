package org.palabre.accounts.command;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads telephone numbers as people write them, national ones as those of the platform's region. */
@Component
class Telephones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final String region;

    Telephones(@Value("${palabre.region:CI}") String region) {
        this.region = region;
    }

    /** The number in E.164, if it can be one; letters that stand for digits are not read, they could be a username. */
    Optional<String> read(String text) {
        if (text.chars().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(text, region);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
