package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MemorableCodesTest {

    @Nested
    class A_personal_code {

        @ParameterizedTest
        @CsvSource({
            "Mia Wong, MIA20",
            "José García, JOSE20",
            "Zoë de la Cruz, ZOE20",
            "Łukasz Nowak, LUKASZ20",
            "Nguyễn Văn An, NGUYEN20",
            "陈伟, CHEN20",
            "Иван Петров, IVAN20",
            "Юлия Щербакова, YULIYA20",
            "محمد علي, MOHAMED20",
            "مُحَمَّد, MOHAMED20",
            "فاطمة الزهراء, FATIMA20",
            "طارق, TARQ20",
            "נועה כהן, NOA20",
            "김민준, GIMMINJUN20",
            "さくら, SAKURA20",
            "Γιώργος Παπαδόπουλος, GIORGOS20",
            "प्रिया शर्मा, PRIYA20",
            "Jean-Luc Picard, JEANLUC20",
            "O'Neill Shaquille, ONEILL20",
            "Dr. J. R. Smith, JR20",
            "Øystein, OYSTEIN20",
            "Þóra, THORA20",
            "Çağla İnanç, CAGLA20",
            "Bo, BO20",
            "Maximiliana-Josephine, MAXIMILIANAJ20",
            "Siân, SIAN20",
            "Nuño, NUNO20",
            "Ñusta, NUSTA20",
            "Jürgen Groß, JURGEN20",
            "Åsa, ASA20",
            "Sæunn, SAEUNN20",
            "Đặng Thị Hương, DANG20",
            "Jiří, JIRI20",
            "Ștefan, STEFAN20",
            "Željko, ZELJKO20",
            "Gülşen, GULSEN20",
            "Işıl, ISIL20",
            "Zsófia, ZSOFIA20",
            "Ağa, AGA20",
            "Ħamri, HAMRI20",
            "Kārlis, KARLIS20",
            "Õnne, ONNE20",
            "Mārtiņš, MARTINS20",
            "Kealiʻi, KEALII20",
            "N’Golo, NGOLO20",
            "Oluwaṣeun, OLUWASEUN20",
            "Ọlá, OLA20",
            "Ольга, OLGA20",
            "Євген, EVGEN20",
            "Ђорђе, DORDE20",
            "Αθηνά, ATHENA20",
            "Արամ, ARAM20",
            "გიორგი, GIORGI20",
            "אברהם, AVRAHAM20",
            "علی, ALI20",
            "李小龙, LI20",
            "山田太郎, SHAN20",
            "ひろし, HIROSHI20",
            "박지성, BAGJISEONG20",
            "สมชาย, SMCHAY20",
            "ராஜா, RAJA20",
            "আনিকা, ANIKA20",
            "ਗੁਰਪ੍ਰੀਤ, GURAPRITA20",
            "አበበ, ABABA20",
            "မောင်, MAUNG20"
        })
        void starts_with_the_name_and_the_number(String name, String code) {
            assertThat(ladder(name, "").findFirst()).contains(code);
        }

        @Test
        void is_made_unique_by_surname_then_handle_then_word_then_chance() {
            assertThat(ladder("Mia van Dyk", "@mia.glow").limit(10))
                    .containsExactly(
                            "MIA20",
                            "MIAD20",
                            "MIAVD20",
                            "MIADY20",
                            "MIADYK20",
                            "MIAGLOW20",
                            "DYKMIA20",
                            "MDYK20",
                            "MIAJOY20",
                            "MIASTAR20");
            assertThat(ladder("Mia van Dyk", "")
                            .skip(7 + FriendlyWords.ALL.size())
                            .findFirst())
                    .hasValueSatisfying(code -> assertThat(code).hasSize(9).contains("-"));
        }

        @Test
        void never_varies_the_number() {
            assertThat(ladder("Mia", "mia_99").limit(1 + FriendlyWords.ALL.size()))
                    .allMatch(code -> code.matches("[A-Z]+20"));
        }

        @ParameterizedTest
        @CsvSource({"Mia2 Wong, MIA20", "Mia 2 Wong, MIA20", "M1A, MA20", "2Pac, PAC20", "Mia٢, MIA20"})
        void leaves_out_digits_of_the_name(String name, String code) {
            assertThat(ladder(name, "").findFirst()).contains(code);
        }

        @Test
        void is_made_of_more_and_more_of_the_surname() {
            assertThat(ladder("Mia Fernández", "").limit(12))
                    .containsExactly(
                            "MIA20",
                            "MIAF20",
                            "MIAFE20",
                            "MIAFER20",
                            "MIAFERN20",
                            "MIAFERNA20",
                            "MIAFERNAN20",
                            "MIAFERNAND20",
                            "MIAFERNANDE20",
                            "MIAFERNANDEZ20",
                            "FERNANDEZMIA20",
                            "MFERNANDEZ20");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Mia Wong", "Anna", "Maria Garcia Lopez", "陈伟", "محمد", "Maximiliana-Josephine Oberhuber"})
        void is_memorable_for_thirty_people_of_one_name(String name) {
            var given = new ArrayList<CodeText>();
            for (var person = 0; person < 30; person++) {
                var code = PersonalCodes.candidates(name, "", "20", new SplittableRandom(person))
                        .filter(candidate -> given.stream().noneMatch(other -> areClose(candidate, other)))
                        .findFirst();
                given.add(code.orElseThrow());
            }
            assertThat(given).allMatch(code -> code.canonical().matches("[A-Z]+20"));
        }

        private static boolean areClose(CodeText one, CodeText other) {
            return Edits.between(one.skeleton(), other.skeleton()) <= 2
                    || Sounds.areTwins(one.canonical(), other.canonical());
        }

        @Test
        void is_random_for_a_name_without_letters() {
            for (var name : List.of("", " ", "X", "2", "សុខ", "🎉🎉", "\u0000", "...", "Dr.")) {
                assertThat(ladder(name, "").findFirst().orElseThrow()).as(name).contains("-");
            }
        }

        @Test
        void is_found_for_a_thousand_people_of_one_name() {
            assertThat(ladder("Mia Wong", "").limit(1_000))
                    .doesNotHaveDuplicates()
                    .hasSize(1_000);
        }

        @Test
        void is_what_a_shopper_who_types_the_accents_gets() {
            assertThat(CodeText.typed("Zoë20"))
                    .map(CodeText::canonical)
                    .isEqualTo(ladder("Zoë", "").findFirst());
            assertThat(CodeText.typed("müller20"))
                    .map(CodeText::canonical)
                    .isEqualTo(ladder("Müller", "").findFirst());
        }

        private static Stream<String> ladder(String name, String handle) {
            return PersonalCodes.candidates(name, handle, "20", new SplittableRandom(1))
                    .map(CodeText::display);
        }
    }

    @Nested
    class A_friendly_word {

        @Test
        void is_more_than_two_slips_away_from_any_other() {
            for (var one : FriendlyWords.ALL) {
                for (var other : FriendlyWords.ALL) {
                    if (!one.equals(other)) {
                        assertThat(Edits.between(Spelling.skeleton(one), Spelling.skeleton(other)))
                                .as(one + " " + other)
                                .isGreaterThan(2);
                    }
                }
            }
        }

        @Test
        void is_measured_in_slips() {
            assertThat(Edits.between("CA", "ABC")).isEqualTo(2);
            assertThat(Edits.between("STAR", "SATR")).isEqualTo(1);
            assertThat(Edits.between("STAR", "STARE")).isEqualTo(1);
            assertThat(Edits.between("STAR", "JOY")).isEqualTo(4);
        }
    }

    @Nested
    class A_blanket_code {

        @ParameterizedTest
        @CsvSource({
            "Heartbeat, Autumn Glow 2026, 20, HEARTBEAT20",
            "Müller & Söhne GmbH, Frühling, 15, MULLER15",
            "花王, Spring, 10, HUAWANG10",
            "'', Spring, 10, SPRING10"
        })
        void is_made_of_the_brand_and_the_number(String brand, String campaign, String number, String code) {
            assertThat(BlanketCodes.candidates(brand, campaign, number, new SplittableRandom(1))
                            .findFirst())
                    .map(CodeText::display)
                    .contains(code);
        }

        @Test
        void takes_the_campaign_along_when_the_brand_alone_is_taken() {
            assertThat(BlanketCodes.candidates("Heartbeat", "Autumn Glow 2026", "20", new SplittableRandom(1))
                            .limit(5)
                            .map(CodeText::display))
                    .containsExactly("HEARTBEAT20", "HEARTBEATGLOW20", "AUTUMNGLOW20", "AUTUMN20", "GLOW20");
        }

        @Test
        void takes_the_season_and_the_offer_when_more_is_taken() {
            assertThat(BlanketCodes.candidates("Nova", "2026", "SPRING", "20", new SplittableRandom(1))
                            .limit(4)
                            .map(CodeText::display))
                    .containsExactly("NOVA20", "NOVASPRING20", "NOVASAVE20", "SPRING20");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-02-28, WINTER",
            "2026-03-01, SPRING",
            "2026-06-01, SUMMER",
            "2026-11-30, AUTUMN",
            "2026-12-01, WINTER"
        })
        void knows_the_season_of_a_start(LocalDate start, String season) {
            assertThat(BlanketCodes.season(start)).isEqualTo(season);
        }

        @Test
        void is_random_when_nothing_has_a_letter() {
            assertThat(BlanketCodes.candidates("!!", "2026", "20", new SplittableRandom(1))
                            .findFirst())
                    .map(CodeText::display)
                    .hasValueSatisfying(code -> assertThat(code).contains("-"));
        }
    }
}
