package dev.herald.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedMoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50|EUR|1250",
                "12,50|EUR|1250",
                "12,5|EUR|1250",
                "12|EUR|1200",
                "1,234.50|EUR|123450",
                "1.234,50|EUR|123450",
                "1 234,50 €|EUR|123450",
                "1'234.50 CHF|CHF|123450",
                "1,234|EUR|123400",
                "$1.234|USD|123400",
                "1,000|JPY|1000",
                "¥500|JPY|500",
                "1.250|KWD|1250",
                ".5|EUR|50",
                "1,234,567.89|EUR|123456789"
            })
    void is_understood_as_people_write_it(String text, String currency, long minor) {
        assertThat(TypedMoney.minor(text, Currency.getInstance(currency))).hasValue(minor);
    }

    @Test
    void is_not_guessed_where_it_says_nothing() {
        for (var text : List.of("", "lots", "-5", "1.2345", "1,23,4", "12.", "..", "1e9", "9".repeat(19), "٣")) {
            assertThat(TypedMoney.minor(text, Currency.getInstance("EUR")))
                    .as(text)
                    .isEmpty();
        }
        assertThat(TypedMoney.minor("1.5", Currency.getInstance("JPY"))).isEmpty();
    }
}
