package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.code.ImportRules.Understood;
import dev.herald.platform.CsvFile;
import dev.herald.platform.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of a file that a brand brings along. */
class ImportTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Nested
    class Columns {

        @ParameterizedTest
        @CsvSource({
            "Code,Owner,Expires",
            "Discount code,E-Mail,Expiry date",
            "coupon_code,Influencer,valid until",
            "Gutscheincode,Botschafter,Gültig bis",
            "GUTSCHEIN-CODE,Inhaberin,Ablaufdatum",
            "Code promo,Ambassadrice,Valable jusqu'au",
            "Code de réduction,Courriel,Date d’expiration",
            "Voucher,Handle,ends_at",
            "promo code,@handle,expires at (UTC) "
        })
        void are_guessed_from_their_headings(String code, String ambassador, String expires) {
            var header = header("Notes;" + expires + ";" + ambassador + ";" + code);
            var guessed = ImportColumns.of(header.header(), ImportColumns.Named.NONE);
            assertThat(guessed.code()).isEqualTo(3);
            assertThat(guessed.ambassador()).isEqualTo(2);
            assertThat(guessed.expires()).isEqualTo(expires.contains("UTC") ? ImportColumns.ABSENT : 1);
        }

        @Test
        void with_surer_words_come_first() {
            var guessed =
                    ImportColumns.of(header("Discount;Email;Ambassador id;Code").header(), ImportColumns.Named.NONE);
            assertThat(guessed.code()).isEqualTo(3);
            assertThat(guessed.ambassador()).isEqualTo(2);
        }

        @Test
        void are_those_that_the_sender_names() {
            var header = header("Code;Wer;Wann;Text").header();
            assertThat(ImportColumns.of(header, new ImportColumns.Named("text", "Wer", "WANN")))
                    .isEqualTo(new ImportColumns(3, 1, 2));
            assertThat(ImportColumns.of(header, new ImportColumns.Named(null, "", null)))
                    .isEqualTo(new ImportColumns(0, -1, -1));
        }

        @Test
        void that_cannot_be_found_are_refused_with_those_there_are() {
            assertThatThrownBy(() -> ImportColumns.of(header("a;b").header(), ImportColumns.Named.NONE))
                    .isInstanceOf(RequestRefused.class)
                    .hasMessageContaining("a, b");
            assertThatThrownBy(() ->
                            ImportColumns.of(header("code;b").header(), new ImportColumns.Named(null, "who", null)))
                    .isInstanceOf(RequestRefused.class)
                    .hasMessageContaining("who");
            assertThatThrownBy(() ->
                            ImportColumns.of(header("code;b").header(), new ImportColumns.Named(null, "code", null)))
                    .isInstanceOf(RequestRefused.class);
        }
    }

    @Nested
    class Times {

        @ParameterizedTest
        @CsvSource({
            "2026-12-31, 2026-12-31T23:00:00Z",
            "2026/06/30, 2026-06-30T22:00:00Z",
            "31.12.2026, 2026-12-31T23:00:00Z",
            "2026-12-31T18:00:00Z, 2026-12-31T18:00:00Z",
            "2026-12-31T18:00:00+02:00, 2026-12-31T16:00:00Z"
        })
        void are_moments_or_last_days_in_the_brands_zone(String text, Instant end) {
            assertThat(ImportRules.time(text, BERLIN)).contains(end);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "never",
                    "12/31/2026",
                    "2026-02-30",
                    "2026-13-01",
                    "0001-01-01",
                    "+999999999-12-31",
                    "2026-12-31T18:00:00",
                    "31.12.26",
                    "9999-12-31"
                })
        void that_are_none_are_refused(String text) {
            assertThat(ImportRules.time(text, BERLIN)).isEmpty();
        }
    }

    @Nested
    class Rows {

        @Test
        void say_a_code_whose_it_is_and_when_it_ends() {
            var wanted = (Understood.Wanted) understood("mia 20;mia@example.com;2026-12-31");
            assertThat(wanted.text().canonical()).isEqualTo("MIA20");
            assertThat(wanted.text().display()).isEqualTo("mia 20");
            assertThat(wanted.owner()).isEqualTo(new AmbassadorId(7));
            assertThat(wanted.expiresAt()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
        }

        @Test
        void may_lack_cells_but_not_have_more_than_the_header() {
            assertThat(((Understood.Wanted) understood("MIA20")).owner()).isNull();
            assertThat(understood("MIA20;;;;")).isInstanceOf(Understood.Wanted.class);
            assertThat(reason("MIA20;;;x")).contains("more cells");
        }

        @Test
        void that_are_faulty_are_refused_with_the_reason() {
            assertThat(reason("M!A20;;")).startsWith("Not a code");
            assertThat(reason(";mia@example.com;")).startsWith("Not a code");
            assertThat(reason("MIA20;nobody;")).contains("ambassador");
            assertThat(reason("MIA20;;soon")).startsWith("Not a time");
        }

        private Understood understood(String row) {
            var file = header("code;owner;expires\n" + row);
            var columns = ImportColumns.of(file.header(), ImportColumns.Named.NONE);
            return ImportRules.understand(
                    file.rows().getFirst(),
                    new ImportRules.Context(3, columns, Map.of("mia@example.com", new AmbassadorId(7)), BERLIN));
        }

        private String reason(String row) {
            return ((Understood.Refused) understood(row)).detail();
        }
    }

    private static CsvFile header(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), 10);
    }
}
