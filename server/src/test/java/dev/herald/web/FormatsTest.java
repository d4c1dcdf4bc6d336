package dev.herald.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats paris = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Paris"));

    @Test
    void money_has_the_digits_of_its_currency() {
        assertThat(money(11_915_342, "EUR")).isEqualTo("€119,153.42");
        assertThat(money(5, "EUR")).isEqualTo("€0.05");
        assertThat(money(119_153, "JPY")).isEqualTo("¥119,153");
        assertThat(money(1_234_567, "KWD").replace('\u00a0', ' ')).isEqualTo("KWD 1,234.567");
    }

    @Test
    void money_follows_the_locale() {
        var german = new Formats(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

        assertThat(german.money(11_915_342, Currency.getInstance("EUR")).replace('\u00a0', ' '))
                .isEqualTo("119.153,42 €");
    }

    @Test
    void the_largest_amount_is_written_exactly() {
        assertThat(money(Long.MAX_VALUE, "USD")).isEqualTo("$92,233,720,368,547,758.07");
    }

    @Test
    void shares_are_whole_percent_and_changes_carry_their_sign() {
        assertThat(paris.percent(0.583)).isEqualTo("58%");
        assertThat(paris.change(0.18)).isEqualTo("+18%");
        assertThat(paris.change(-0.18)).isEqualTo("−18%");
        assertThat(paris.change(0.001)).isEqualTo("±0%");
        assertThat(paris.points(0.04)).isEqualTo("+4 pts");
        assertThat(paris.points(-0.01)).isEqualTo("−1 pt");
        assertThat(paris.points(0.0)).isEqualTo("±0 pts");
    }

    @Test
    void a_rate_shows_the_digits_that_count() {
        assertThat(paris.rate(1_112.4)).isEqualTo("1,112");
        assertThat(paris.rate(65.61)).isEqualTo("65.6");
        assertThat(paris.rate(9.8)).isEqualTo("9.80");
        assertThat(paris.rate(0.004)).isEqualTo("0.00");
    }

    @Test
    void a_time_is_shown_in_the_brands_zone_and_told_in_utc() {
        var late = paris.time(Instant.parse("2026-11-21T23:30:59.5Z"));

        assertThat(late.shown()).isEqualTo("22 Nov 2026, 00:30");
        assertThat(late.utc()).isEqualTo("21 Nov 2026, 23:30 UTC");
        assertThat(late.machine()).isEqualTo("2026-11-21T23:30:59Z");
    }

    @Test
    void a_day_on_an_axis_has_no_year() {
        assertThat(paris.day(LocalDate.of(2026, 10, 5))).isEqualTo("5 Oct");
    }

    private String money(long minor, String currency) {
        return paris.money(minor, Currency.getInstance(currency));
    }
}
