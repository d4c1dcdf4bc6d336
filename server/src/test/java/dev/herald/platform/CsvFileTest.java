package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as shops' systems and spreadsheets write them. */
class CsvFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,owner\nMIA20,mia\n",
                "code,owner\r\nMIA20,mia\r\n",
                "code;owner\nMIA20;mia",
                "code\towner\nMIA20\tmia\n",
                "\uFEFFcode,owner\nMIA20,mia\n",
                "\"code\",\"owner\"\n\"MIA20\",\"mia\"\n",
                "\n\ncode,owner\n\n,\nMIA20,mia\n\n",
                "sep=;\ncode;owner\nMIA20;mia\n",
                " code , owner \n MIA20 , mia \n",
                "\"code\";\"owner\"\n\"MIA20\";mia\n"
            })
    void are_read_whatever_has_written_them(String text) {
        var file = read(text);
        assertThat(file.header()).containsExactly("code", "owner");
        assertThat(file.rows()).hasSize(1);
        assertThat(file.rows().getFirst().cell(0)).isEqualTo("MIA20");
        assertThat(file.rows().getFirst().cell(1)).isEqualTo("mia");
        assertThat(file.rows().getFirst().cell(2)).isEmpty();
    }

    @Test
    void that_are_no_utf_8_are_windows_1252() {
        var file = CsvFile.read("Gültig bis;Code\n–;MÜLLER20\n".getBytes(Charset.forName("windows-1252")), 10);
        assertThat(file.header()).containsExactly("Gültig bis", "Code");
        assertThat(file.rows().getFirst().cells()).containsExactly("–", "MÜLLER20");
    }

    @Test
    void keep_the_lines_in_which_their_rows_begin() {
        var file = read("code,note\nA20,\"two\nlines\"\n\nB20,x\n");
        assertThat(file.rows()).extracting(CsvFile.Row::line).containsExactly(2L, 5L);
        assertThat(read("sep=,\ncode\nA20\n").rows().getFirst().line()).isEqualTo(3);
    }

    @Test
    void have_the_delimiter_that_is_most_frequent_outside_of_quotes() {
        assertThat(read("\"a,b,c,d\";code\n1;2\n").header()).containsExactly("a,b,c,d", "code");
    }

    @Test
    void that_are_malformed_are_refused_with_the_line() {
        refuses("code\nA20\n\nB20,\"open\nC20\n", "Line 4");
        refuses("code,x\nA20,1\n\"B20\"x,2\n", "Line 3");
        refuses("", "empty");
        refuses("\n \n,,,\n", "empty");
    }

    @Test
    void that_are_too_long_are_refused() {
        assertThat(read("code\n" + "A20\n".repeat(10)).rows()).hasSize(10);
        refuses("code\n" + "A20\n".repeat(11), "Line 12");
    }

    @Test
    void of_random_bytes_are_read_or_refused() {
        var random = new Random(7);
        var letters = "\"\",;\t\n\r\\'=ab\u00e4\u0000".getBytes(StandardCharsets.ISO_8859_1);
        for (var i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(40)];
            for (var j = 0; j < bytes.length; j++) {
                bytes[j] = letters[random.nextInt(letters.length)];
            }
            try {
                assertThat(CsvFile.read(bytes, 5).rows().size()).isLessThanOrEqualTo(5);
            } catch (RequestRefused refused) {
                assertThat(refused.problem().status()).isEqualTo(422);
            }
        }
    }

    @Test
    void that_are_written_run_nothing_and_are_read_as_they_were() throws IOException {
        var cells = List.of("=1+1", "+1", "-1", "@x", "'=1", "\t=1", "a,b", "say \"x\"", "two\nlines", "");
        var out = new ByteArrayOutputStream();
        try (var csv = new Csv(out, ',')) {
            csv.row(cells);
        }
        var row = read("h\n" + out.toString(StandardCharsets.UTF_8)).rows().getFirst();
        assertThat(row.cells()).noneMatch(cell -> cell.matches("(?s)[=+@\\t-].*"));
        assertThat(row.cell(0)).isEqualTo("=1+1");
        assertThat(row.cell(4)).isEqualTo("=1");
        assertThat(row.cell(6)).isEqualTo("a,b");
    }

    private static void refuses(String text, String words) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(RequestRefused.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(422);
            assertThat(refused.problem().detail()).contains(words);
        });
    }

    private static CsvFile read(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), 10);
    }
}
