package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of every odd way to write a code; a change in it is a change for stored codes. */
final class SpellingTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    @ParameterizedTest(name = "{3}")
    @CsvFileSource(resources = "/code/spellings.csv", delimiter = '|', numLinesToSkip = 1, nullValues = "-")
    void is_as_in_the_table(String typed, @Nullable String canonical, @Nullable String skeleton, String about) {
        var code = CodeText.typed(written(typed));
        assertThat(code.map(CodeText::canonical))
                .as(about)
                .isEqualTo(Optional.ofNullable(canonical).map(this::written));
        assertThat(code.map(CodeText::skeleton))
                .as(about)
                .isEqualTo(Optional.ofNullable(skeleton).map(this::written));
    }

    @Test
    void has_one_skeleton_for_a_skeleton() {
        for (var point = 0; point <= Character.MAX_CODE_POINT; point++) {
            var canonical = Spelling.canonical(Character.toString(point)).orElse("");
            var skeleton = Spelling.skeleton(canonical);
            assertThat(Spelling.skeleton(skeleton)).isEqualTo(skeleton);
            assertThat(Spelling.canonical(skeleton)).contains(skeleton);
        }
    }

    private String written(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(found -> Character.toString((char) Integer.parseInt(found.group(1), 16)));
    }
}
