package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palabre.shared.Money;
import org.palabre.web.SentMoney.Amount;

class SentMoneyTest {

    private record Form(
            @Amount SentMoney fee, @Amount(aboveZero = true) SentMoney price) {}

    @ParameterizedTest
    @CsvSource({"XOF, 5000", "XOF, 1", "XOF, 999999999999", "XOF, 007", "EUR, 12", "EUR, 12.5", "EUR, 12.50"})
    void money_is_what_is_in_the_platforms_currency_and_decimals(String currency, String amount) {
        var sent = new SentMoney(amount, currency);

        assertThat(validator(currency).validate(new Form(sent, sent))).isEmpty();
        assertThat(sent.money()).isEqualTo(new Money(new BigDecimal(amount), currency));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "XOF, 5000.0",
                "XOF, -1",
                "XOF, +1",
                "XOF, 1e3",
                "XOF, ''",
                "XOF, ' 1'",
                "XOF, '1,5'",
                "XOF, ٥",
                "XOF, 1000000000000",
                "XOF, null",
                "EUR, 12.505",
                "EUR, 12.",
                "EUR, .5"
            })
    void everything_else_is_refused(String currency, String amount) {
        var sent = new SentMoney(amount, currency);

        assertThat(validator(currency).validate(new Form(sent, sent))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"EUR", "xof", "XXX", "null"})
    void no_other_currency_is_taken(String currency) {
        var sent = new SentMoney("5", currency);

        assertThat(validator("XOF").validate(new Form(sent, sent))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"XOF, 0", "EUR, 0.00"})
    void nothing_is_too_little_where_it_has_to_be_more(String currency, String amount) {
        var nothing = new SentMoney(amount, currency);

        assertThat(validator(currency).validate(new Form(nothing, nothing)))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactly("price");
    }

    private static Validator validator(String currency) {
        return Validation.byDefaultProvider()
                .configure()
                .constraintValidatorFactory(new ConstraintValidatorFactory() {

                    @Override
                    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
                        return type.cast(new SentMoney.Judge(currency));
                    }

                    @Override
                    public void releaseInstance(ConstraintValidator<?, ?> instance) {}
                })
                .buildValidatorFactory()
                .getValidator();
    }
}
