package dev.herald.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|it is empty",
                "{|line 1, column 2: it ends before all that was opened is closed",
                "{\"code\": \"a\",/ }|line 1, column 14: the sign / is not expected there",
                "{\"code\": \"a\" \"b\": 1}|line 1, column 14: the sign \" is not expected there",
                "{'code': 1}|line 1, column 2: the sign ' is not expected there; texts stand in double quotes",
                "{\"code\": ,}|line 1, column 10: the sign , is not expected there",
                "{code: 1}|line 1, column 2: the sign c is not expected there; texts stand in double quotes",
                "{\"code\":1,\"code\":2}|line 1, column 17: the member code occurs twice",
                "{} {}|line 1, column 4: something follows the end",
                "{\"code\": NaN}|line 1, column 13: NaN is no JSON value",
                "{\"code\": nul}|line 1, column 10: nul is no JSON value",
                "{\"code\": 012}|line 1, column 11: a number is not written as in JSON",
                "{\"code\": 1.}|line 1, column 12: a number is not written as in JSON",
                "{\"code\": \"\\x\"}|line 1, column 12: JSON knows no such escape"
            })
    void says_what_is_wrong_and_where(String body, String said) {
        assertThat(JsonFault.of(body.getBytes(UTF_8))).isEqualTo(said);
    }

    @Test
    void counts_lines_and_tells_what_cannot_be_seen() {
        assertThat(JsonFault.of("{\n  \"code\": \"a\nb\"}".getBytes(UTF_8)))
                .startsWith("line 2, column 13: a line break or other control character in a text");
        assertThat(JsonFault.of(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .endsWith("it is not UTF-8");
        assertThat(JsonFault.of("[".repeat(100_000).getBytes(UTF_8))).endsWith("it is nested too deeply");
        assertThat(JsonFault.of(("{\"n\": " + "1".repeat(2_000) + "}").getBytes(UTF_8)))
                .endsWith("a number or text in it is too long");
    }

    @Test
    void repeats_no_more_than_a_short_word() {
        assertThat(JsonFault.of("x".repeat(500).getBytes(UTF_8))).hasSizeLessThan(80);
    }
}
