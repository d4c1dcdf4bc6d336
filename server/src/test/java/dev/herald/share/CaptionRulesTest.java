package dev.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaptionRulesTest {

    private static final CaptionValues MIA = new CaptionValues(
            "MIA20", "20% off", "Heartbeat", "Mia", "https://heartbeat.example/?code=MIA20", "31 May 2027");
    private static final List<String> AD = List.of("#ad");

    @Nested
    class A_caption {

        @Test
        void says_what_stands_for_its_places_and_that_it_is_an_advertisement() {
            assertThat(filled("Use {code} for {offer} at {brand} until {until}. {name}"))
                    .isEqualTo("Use MIA20 for 20% off at Heartbeat until 31 May 2027. Mia #ad");
        }

        @Test
        void keeps_a_disclosure_that_it_has_and_is_given_the_others() {
            var both = List.of("#ad", "#Werbung");
            assertThat(CaptionRules.fill(x("#Ad {code}"), MIA, both)).isEqualTo("#Ad MIA20 #Werbung");
            assertThat(CaptionRules.fill(x("{code} (#ad, #WERBUNG)"), MIA, both))
                    .isEqualTo("MIA20 (#ad, #WERBUNG)");
        }

        @Test
        void is_not_disclosed_by_what_only_looks_like_it() {
            for (var text : List.of(
                    "#adventure {code}", "{code}#ad", "x#ad {code}", "#ad{code}", "# ad {code}", "#a\u00add {code}")) {
                assertThat(filled(text)).as(text).endsWith(" #ad");
            }
        }

        @Test
        void ends_with_its_disclosure_below_where_it_has_several_lines() {
            assertThat(filled("{code}\n{offer}")).isEqualTo("MIA20\n20% off\n\n#ad");
        }

        @Test
        void is_whole_without_a_link() {
            var linkless = new CaptionValues("MIA20", "20% off", "Heartbeat", "Mia", "", "");
            assertThat(CaptionRules.fill(x("Use {code}:\n{link}\n\n\nSee you"), linkless, AD))
                    .isEqualTo("Use MIA20:\n\nSee you\n\n#ad");
            assertThat(CaptionRules.fill(x("Use {code}. {link}"), linkless, AD)).isEqualTo("Use MIA20. #ad");
        }

        @Test
        void is_filled_once_whatever_the_values_say() {
            var sly = new CaptionValues("{offer}", "$1 \\off", "{brand}", "Eve\n\u0007{code}", "{link}", "{until}");
            assertThat(CaptionRules.fill(x("{code} {offer} {brand} {name}"), sly, AD))
                    .isEqualTo("{offer} $1 \\off {brand} Eve {code} #ad");
        }

        @Test
        void cuts_a_very_long_name() {
            var long1 = new CaptionValues("MIA20", "20% off", "Heartbeat", "🦊".repeat(60), "", "");
            assertThat(CaptionRules.fill(x("{name} {code}"), long1, AD)).isEqualTo("🦊".repeat(39) + "… MIA20 #ad");
        }

        private static String filled(String text) {
            return CaptionRules.fill(x(text), MIA, AD);
        }
    }

    @Nested
    class Refused_is {

        @Test
        void a_place_that_is_not_known_and_every_other_brace() {
            assertThat(objection("{code} {shop}")).contains("{shop}", "Use {code}, {offer}");
            assertThat(objection("{code} {Code}")).contains("{Code}");
            assertThat(objection("{code} {")).contains("{,");
            assertThat(objection("{{code}}")).contains("{}, which");
            assertThat(objection("{code} {" + "x".repeat(3_000) + "}")).hasSizeLessThan(200);
        }

        @Test
        void a_text_without_a_code() {
            assertThat(objection("20% off everything")).contains("names no code");
            assertThat(objection("{link}")).isEmpty();
        }

        @Test
        void a_text_that_turns_the_direction_of_writing() {
            assertThat(objection("{code} \u202eda#")).contains("direction of writing");
        }

        @Test
        void what_the_platform_does_not_take() {
            var arrow = new CaptionTemplate(Platform.YOUTUBE, "{code} -> shop");
            assertThat(CaptionRules.objection(arrow, MIA, AD))
                    .hasValueSatisfying(why -> assertThat(why).contains("YouTube"));
            assertThat(objection("{code} -> shop")).isEmpty();
        }

        @Test
        void what_would_be_too_long_with_the_longest_code_and_says_by_how_much() {
            var room = 280 - 40 - " #ad".length();
            assertThat(objection("{code}" + "x".repeat(room))).isEmpty();
            assertThat(objection("{code}" + "x".repeat(room + 1))).contains("281", "X takes 280", "1 shorter");
        }

        @Test
        void a_second_tag_that_is_more_than_a_tag() {
            assertThat(CaptionRules.objection("#Werbung")).isEmpty();
            assertThat(CaptionRules.objection("Collaboration commerciale")).isEmpty();
            assertThat(CaptionRules.objection("#広告")).isEmpty();
            assertThat(CaptionRules.objection("#a #b")).isPresent();
            assertThat(CaptionRules.objection("{code}")).isPresent();
            assertThat(CaptionRules.objection("#" + "a".repeat(40))).isPresent();
        }

        private static String objection(String text) {
            return CaptionRules.objection(x(text), MIA, AD).orElse("");
        }
    }

    @Nested
    class Lengths_on_x {

        @Test
        void count_letters_of_most_alphabets_once_and_others_twice() {
            assertThat(Platform.X.length("Straße Ёлка שלום")).isEqualTo(16);
            assertThat(Platform.X.length("広告")).isEqualTo(4);
            assertThat(Platform.X.length("10 €")).isEqualTo(5);
            assertThat(Platform.X.length("it’s")).isEqualTo(4);
        }

        @Test
        void count_an_accent_with_its_letter() {
            assertThat(Platform.X.length("cafe\u0301")).isEqualTo(4);
        }

        @Test
        void count_an_emoji_twice_however_many_signs_it_is_made_of() {
            assertThat(Platform.X.length("🎟")).isEqualTo(2);
            assertThat(Platform.X.length("👨‍👩‍👧‍👦")).isEqualTo(2);
            assertThat(Platform.X.length("🙋🏽")).isEqualTo(2);
            assertThat(Platform.X.length("🇩🇪")).isEqualTo(2);
            assertThat(Platform.X.length("1️⃣1")).isEqualTo(3);
        }

        @Test
        void count_every_link_as_23() {
            assertThat(Platform.X.length("https://heartbeat.example/" + "long/".repeat(40)))
                    .isEqualTo(23);
            assertThat(Platform.X.length("See https://x.example/a, now.")).isEqualTo(4 + 23 + 6);
            assertThat(Platform.X.length("heartbeat.com")).isEqualTo(23);
            assertThat(Platform.X.length("Mia. Again.")).isEqualTo(11);
        }
    }

    @Test
    void youtube_counts_bytes() {
        assertThat(Platform.YOUTUBE.length("é🎟")).isEqualTo(6);
    }

    @Test
    void the_captions_that_herald_offers_can_be_saved_in_every_language() {
        for (var language : List.of("en", "de", "fr")) {
            var captions = DefaultCaptions.in(language);
            assertThat(captions.templates())
                    .allSatisfy(template -> assertThat(CaptionRules.objection(template, MIA, captions.tags()))
                            .isEmpty());
            for (var platform : Platform.values()) {
                assertThat(captions.templates().stream().filter(one -> one.platform() == platform))
                        .hasSizeBetween(2, 3);
            }
        }
    }

    private static CaptionTemplate x(String text) {
        return new CaptionTemplate(Platform.X, text);
    }
}
