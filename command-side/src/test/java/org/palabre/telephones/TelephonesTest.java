package org.palabre.telephones;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palabre.telephones.Telephones.Fault;

/** The numbers of the West African economic union, by the plans that its countries have had since November 2024. */
class TelephonesTest {

    private final Telephones telephones = new Telephones("CI");

    @ParameterizedTest
    @CsvSource({
        "CI, 01 23 45 67 89, +2250123456789",
        "CI, 05 05 05 05 05, +2250505050505",
        "CI, 07 07 07 07 07, +2250707070707",
        "CI, 27 22 40 00 00, +2252722400000",
        "BJ, 01 42 00 00 00, +2290142000000",
        "BJ, 01 97 97 97 97, +2290197979797",
        "BJ, 01 25 00 00 00, +2290125000000",
        "SN, 77 123 45 67, +221771234567",
        "SN, 76 123 45 67, +221761234567",
        "SN, 70 123 45 67, +221701234567",
        "ML, 70 12 34 56, +22370123456",
        "ML, 66 12 34 56, +22366123456",
        "BF, 01 23 45 67, +22601234567",
        "BF, 58 12 34 56, +22658123456",
        "BF, 70 12 34 56, +22670123456",
        "TG, 90 12 34 56, +22890123456",
        "TG, 79 12 34 56, +22879123456",
        "NE, 90 12 34 56, +22790123456",
        "NE, 23 12 34 56, +22723123456",
        "GW, 955 123 456, +245955123456",
        "GW, 966 123 456, +245966123456"
    })
    void a_number_is_read_by_the_plan_of_its_country(String region, String national, String e164) {
        assertThat(new Telephones(region).read(national)).contains(e164);
        assertThat(telephones.read(e164)).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "ada, NOT_A_NUMBER",
        "'', NOT_A_NUMBER",
        "+1 800 FLOWERS, NOT_A_NUMBER",
        "+999 1234567890, UNKNOWN_COUNTRY",
        "+225 07 07 07, TOO_SHORT",
        // as it was before January 2021, without the operator's two digits
        "+225 07 07 07 07, TOO_SHORT",
        "07 07 07 07, TOO_SHORT",
        "+225 07 07 07 07 07 07, TOO_LONG",
        "07 07 07 07 07 07 07 07 07 07, TOO_LONG",
        // no network has these digits
        "+225 09 87 65 43 21, NOT_IN_USE",
        "+225 09 99 99 99 99, NOT_IN_USE",
        "+225 08 88 88 88 88, NOT_IN_USE",
        // as it was before November 2024, without 01
        "+229 97 97 97 97, TOO_SHORT",
        "+221 99 123 45 67, NOT_IN_USE"
    })
    void what_is_no_number_is_told_why(String text, Fault fault) {
        assertThat(telephones.judge(text)).isEqualTo(fault);
        assertThat(telephones.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+225 07 07 07 07 07, true",
        "+229 01 97 97 97 97, true",
        // Benin does not tell these from fixed lines
        "+229 01 25 00 00 00, true",
        "+225 27 22 40 00 00, false",
        "+221 33 821 00 00, false"
    })
    void a_wallet_is_a_mobile_number(String text, boolean mobile) {
        assertThat(telephones.read(text)).isPresent();
        assertThat(telephones.judgeMobile(text).equals(Fault.NOT_MOBILE)).isNotEqualTo(mobile);
    }
}
