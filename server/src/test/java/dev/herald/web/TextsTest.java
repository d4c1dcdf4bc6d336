package dev.herald.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @Nested
    class Every_language {

        @ParameterizedTest
        @ValueSource(strings = {"de", "fr"})
        void says_all_that_english_says_with_the_same_values(String language) {
            var english = bundle("en");
            var other = bundle(language);

            assertThat(new TreeSet<>(other.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
            for (var key : english.keySet()) {
                assertThat(places(other.getString(key))).as(key).isEqualTo(places(english.getString(key)));
                assertThat(other.getString(key))
                        .as(key)
                        .doesNotContain("!", "''")
                        .isNotBlank();
            }
        }

        private static Set<String> places(String text) {
            var places = new TreeSet<String>();
            Pattern.compile("\\{\\d}")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .forEach(places::add);
            return places;
        }

        private static ResourceBundle bundle(String language) {
            return Texts.of(language, Locale.ENGLISH).bundle();
        }
    }

    @Nested
    class The_language {

        @Test
        void is_what_the_browser_asks_for_first_among_ours() {
            assertThat(language("fr-CA,fr;q=0.9,en;q=0.8", Locale.ENGLISH)).isEqualTo("fr");
            assertThat(language("sv,de;q=0.5,en;q=0.3", Locale.ENGLISH)).isEqualTo("de");
            assertThat(language("en-GB", Locale.GERMAN)).isEqualTo("en");
        }

        @Test
        void is_the_brands_for_whoever_asks_for_none_of_ours() {
            assertThat(language("sv", Locale.GERMAN)).isEqualTo("de");
            assertThat(language("", Locale.CANADA_FRENCH)).isEqualTo("fr");
            assertThat(language("ja,*;q=0.1", Locale.FRENCH)).isEqualTo("fr");
        }

        @Test
        void is_english_where_the_brand_speaks_none_of_ours() {
            assertThat(language("", Locale.JAPANESE)).isEqualTo("en");
            assertThat(language("not a language;;;=", Locale.JAPANESE)).isEqualTo("en");
            assertThat(language("x".repeat(5_000), Locale.JAPANESE)).isEqualTo("en");
        }

        @Test
        void keeps_how_the_brand_writes_numbers_in_it() {
            var swiss = Locale.of("de", "CH");

            assertThat(Texts.of("de", swiss).locale()).isEqualTo(swiss);
            assertThat(Texts.of("fr", swiss).locale()).isEqualTo(Locale.FRENCH);
        }

        private static String language(String header, Locale brand) {
            return Texts.of(header, brand).language();
        }
    }

    @Test
    void values_take_their_places() {
        assertThat(Texts.of(Locale.ENGLISH).say("your.greeting", "{1} $0 Maya")).isEqualTo("Hi {1} $0 Maya");
        assertThat(Texts.of(Locale.FRENCH).say("page.title", "20 %", "Heartbeat"))
                .isEqualTo("20 % chez Heartbeat");
    }

    @Test
    void one_is_one_and_in_french_nothing_as_well() {
        assertThat(Texts.of(Locale.ENGLISH).count("used", 1)).isEqualTo("use");
        assertThat(Texts.of(Locale.ENGLISH).count("used", 0)).isEqualTo("uses");
        assertThat(Texts.of(Locale.FRENCH).count("used", 0)).isEqualTo("utilisation");
        assertThat(Texts.of(Locale.FRENCH).count("used", 2)).isEqualTo("utilisations");
    }
}
