package dev.herald.code;

import java.util.List;
import java.util.stream.Collectors;

/** How to say a code over the telephone, in the words of the ICAO alphabet: H for Hotel, 7 seven. */
final class SpokenCode {

    private static final List<String> LETTERS = List.of("""
            Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec
            Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu
            """.strip().split("\\s+"));

    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private SpokenCode() {}

    /** A letter of another script than ours stands for itself. */
    static String of(String canonical) {
        return canonical.codePoints().mapToObj(SpokenCode::spoken).collect(Collectors.joining(", "));
    }

    private static String spoken(int point) {
        var letter = Character.toString(point);
        if (point >= 'A' && point <= 'Z') {
            return letter + " for " + LETTERS.get(point - 'A');
        }
        return point >= '0' && point <= '9' ? letter + " " + DIGITS.get(point - '0') : letter;
    }
}
