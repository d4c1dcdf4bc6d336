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
                "1,234,567.89|EUR|123456789",
                "1.234.567|EUR|123456700",
                "1 234 567|EUR|123456700",
                "1,234,567|KWD|1234567000",
                "1,234.567|KWD|1234567",
                "0.005|KWD|5",
                "0.50|EUR|50",
                "1234.50|EUR|123450",
                "USD 5|USD|500",
                "5 usd|USD|500",
                "US$5|USD|500",
                "$5 CAD|CAD|500",
                "12 kr|SEK|1200",
                "12,50 zł|PLN|1250"
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

    @Test
    void is_no_thousand_where_a_fraction_was_meant() {
        for (var text :
                List.of("0.005", "0,005", ".567", "1,234.567", "1.234,567", "1 234,567", "1234,567", "012,345")) {
            assertThat(TypedMoney.minor(text, Currency.getInstance("EUR")))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void is_not_taken_in_another_currency_than_the_fields() {
        for (var text : List.of("GBP 5", "5 GBP", "£5", "€5", "$5 CAD", "5 pounds", "¥5")) {
            assertThat(TypedMoney.minor(text, Currency.getInstance("USD")))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void a_text_far_longer_than_an_amount_is_not_looked_through() {
        var euro = Currency.getInstance("EUR");
        assertThat(TypedMoney.minor(" ".repeat(50) + "5 EUR", euro)).hasValue(500);
        assertThat(TypedMoney.minor(" ".repeat(60) + "5 EUR", euro)).isEmpty();
        assertThat(TypedMoney.minor("a".repeat(100_000) + "1\u00851", euro)).isEmpty();
    }
}
