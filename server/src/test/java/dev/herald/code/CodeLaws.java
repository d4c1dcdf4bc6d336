package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

/** What holds for every text there is, however mangled. */
final class CodeLaws {

    private CodeLaws() {}

    /** Fails, or throws, where a law does not hold for the text. */
    static void holdFor(String text) {
        Spelling.canonical(text).ifPresent(CodeLaws::ofACanonicalText);
        CodeText.typed(text).ifPresent(code -> ofACode(code, text));
        ofAPattern(text);
        ofNames(text);
    }

    private static void ofACanonicalText(String canonical) {
        assertThat(Spelling.canonical(canonical)).contains(canonical);
        var skeleton = Spelling.skeleton(canonical);
        assertThat(Spelling.skeleton(skeleton)).isEqualTo(skeleton);
        assertThat(Spelling.canonical(skeleton)).contains(skeleton);
        Offence.inRandom(canonical);
        Offence.inMemorable(canonical);
        Sounds.key(canonical);
        SpokenCode.of(canonical);
    }

    private static void ofACode(CodeText code, String text) {
        assertThat(CodeText.typed(code.display()).map(CodeText::canonical)).contains(code.canonical());
        assertThat(CodeText.typed(code.canonical()).map(CodeText::skeleton)).contains(code.skeleton());
        if (text.length() < 100) {
            assertThat(CodeText.typed(" \u200B" + text + "-\u00AD").map(CodeText::canonical))
                    .contains(code.canonical());
        }
    }

    private static void ofAPattern(String text) {
        switch (CodePattern.parse(text)) {
            case CodePattern.Parsed.Refused(var reason) -> assertThat(reason).matches("(?s)[A-Z].{20,120}\\.");
            case CodePattern.Parsed.Usable(var pattern) -> {
                var random = new SplittableRandom(text.hashCode());
                for (var i = 0; i < 3; i++) {
                    var code = pattern.next(random);
                    assertThat(CodeText.typed(code.display())).contains(code);
                }
                assertThat(pattern.size().signum()).isPositive();
                assertThat(pattern.capacity()).isPositive();
                assertThat(CodePattern.parse(pattern.toString())).isInstanceOf(CodePattern.Parsed.Usable.class);
            }
        }
    }

    /** A person or brand may be called anything and still gets codes. */
    private static void ofNames(String text) {
        if (text.length() <= 200) {
            var random = new SplittableRandom(1);
            assertThat(PersonalCodes.candidates(text, text, "20", random).limit(3))
                    .hasSize(3);
            assertThat(BlanketCodes.candidates(text, text, "20", random).limit(3))
                    .hasSize(3);
        }
    }
}
