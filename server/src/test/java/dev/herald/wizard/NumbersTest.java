package dev.herald.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void are_read_as_they_are_written_where_the_brand_is_at_home() {
        assertThat(read("1,000", Locale.UK)).isEqualTo("1000");
        assertThat(read("1,000", Locale.GERMANY)).isEqualTo("1.000");
        assertThat(read("1.000", Locale.GERMANY)).isEqualTo("1000");
        assertThat(read("1.000", Locale.UK)).isEqualTo("1.000");
        assertThat(read("12,5", Locale.UK)).isEqualTo("12.5");
        assertThat(read("12.5", Locale.GERMANY)).isEqualTo("12.5");
        assertThat(read("1.234,56", Locale.UK)).isEqualTo("1234.56");
        assertThat(read("1,234.56", Locale.GERMANY)).isEqualTo("1234.56");
        assertThat(read("1 234,56\u00a0€", Locale.FRANCE)).isEqualTo("1234.56");
        assertThat(read("1.234.567", Locale.UK)).isEqualTo("1234567");
        assertThat(read("20 %", Locale.UK)).isEqualTo("20");
        assertThat(read(".5", Locale.UK)).isEqualTo("0.5");
    }

    @Test
    void are_nothing_else() {
        for (var text : List.of("", "abc", "1e9", "-5", "5-", "١٢", "1..2", "NaN", "9".repeat(41), "<b>5</b>")) {
            assertThat(Numbers.read(text, Locale.UK)).as(text).isEmpty();
        }
    }

    private static String read(String text, Locale locale) {
        return Numbers.read(text, locale).orElseThrow().toPlainString();
    }
}
