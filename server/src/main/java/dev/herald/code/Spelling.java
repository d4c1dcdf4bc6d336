package dev.herald.code;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The rules that bring every way of writing a code to one spelling. */
final class Spelling {

    /** Letters that Unicode does not take apart although people write them with plain ones. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) 'Æ', "AE"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) 'Ø', "O"),
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) 'Đ', "D"),
            Map.entry((int) 'Ð', "D"),
            Map.entry((int) 'Þ', "TH"),
            Map.entry((int) 'Ħ', "H"),
            Map.entry((int) 'Ŧ', "T"),
            Map.entry((int) 'Ŋ', "NG"),
            Map.entry((int) 'Ə', "E"),
            Map.entry((int) 'ẞ', "SS"));

    /** Capitals that look like Latin ones (docs/adr/0006-look-alikes-across-scripts.md), and Ze, which looks like a three. */
    private static final String FOREIGN_TWINS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺЅІЈАВЕЗКМНОРСТУХҮӀԚԜ";

    private static final String LATIN_TWINS = "ABEZHIKMNOPTYXCMSIJABE3KMHOPCTYXYIQW";
    private static final char FOREIGN_TWINS_START = 'Α';
    private static final char FOREIGN_TWINS_END = 'Ԝ';

    /** Apart from signs that voice a kana, which make another letter of it. */
    private static final Pattern DIACRITICS = Pattern.compile("[\\p{M}&&[^\\u3099\\u309A]]+");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final BitSet WITHOUT_GLYPH = withoutGlyph();

    private Spelling() {}

    /** Upper-case letters and digits only; empty if the text has anything else that can be seen, or a control. */
    static Optional<String> canonical(String input) {
        var plain = isAscii(input) ? input.toUpperCase(Locale.ROOT) : folded(input);
        var canonical = new StringBuilder(plain.length());
        for (var i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            var point = plain.codePointAt(i);
            if (Character.isLetter(point) && !isInvisible(point)) {
                canonical.append(PLAIN.getOrDefault(point, Character.toString(point)));
            } else if (Character.isDigit(point)) {
                canonical.append((char) ('0' + Character.digit(point, 10)));
            } else if (!isDropped(point)) {
                return Optional.empty();
            }
        }
        return Optional.of(canonical.toString());
    }

    /** The skeleton of what was probably typed by mistake: what cannot be in a code stands for some other letter. */
    static String guessed(String input) {
        var seen = cleaned(input).replaceAll("[\\s\\p{Pd}\\p{Pc}]", "");
        var guessed = new StringBuilder(seen.length());
        seen.codePoints()
                .forEach(point ->
                        guessed.append(canonical(Character.toString(point)).orElse(Character.toString(point))));
        return skeleton(guessed.toString());
    }

    /** As written, but in composed characters of plain width, without invisible ones and with single blanks. */
    static String cleaned(String input) {
        var composed = Normalizer.normalize(input, Form.NFKC);
        var seen = new StringBuilder(composed.length());
        composed.codePoints().filter(point -> !isInvisible(point)).forEach(seen::appendCodePoint);
        return BLANKS.matcher(seen).replaceAll(" ").strip();
    }

    /** The canonical form with look-alikes made equal: O0, I1L, S5, Z2, B8, and all those of other scripts. */
    static String skeleton(String canonical) {
        var skeleton = new StringBuilder(canonical.length());
        for (var i = 0; i < canonical.length(); i++) {
            var letter = inLatin(canonical.charAt(i));
            skeleton.append(
                    switch (letter) {
                        case '0' -> 'O';
                        case '1', 'L' -> 'I';
                        case '5' -> 'S';
                        case '2' -> 'Z';
                        case '8' -> 'B';
                        default -> letter;
                    });
        }
        return skeleton.toString();
    }

    /** With Cyrillic and Greek letters that look like Latin ones made these. */
    static String inLatin(String canonical) {
        var latin = new StringBuilder(canonical.length());
        for (var i = 0; i < canonical.length(); i++) {
            latin.append(inLatin(canonical.charAt(i)));
        }
        return latin.toString();
    }

    private static char inLatin(char letter) {
        var place = letter < FOREIGN_TWINS_START || letter > FOREIGN_TWINS_END ? -1 : FOREIGN_TWINS.indexOf(letter);
        return place < 0 ? letter : LATIN_TWINS.charAt(place);
    }

    private static String folded(String input) {
        var upper = Normalizer.normalize(input, Form.NFKC).toUpperCase(Locale.ROOT);
        var apart = Normalizer.normalize(upper, Form.NFKD);
        // Some letters only come apart into ones that have an upper case.
        var bare = DIACRITICS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT);
        return Normalizer.normalize(bare, Form.NFKC);
    }

    private static boolean isAscii(String input) {
        return input.chars().allMatch(letter -> letter < 128);
    }

    private static boolean isDropped(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> Character.isWhitespace(point) || point == '\u0085' || point == '\u2212' || isInvisible(point);
        };
    }

    /** Format characters (zero-width, bidirectional, soft hyphen), variation selectors, and letters without a glyph. */
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT || WITHOUT_GLYPH.get(point);
    }

    private static BitSet withoutGlyph() {
        var points = new BitSet();
        points.set(0xFE00, 0xFE10); // variation selectors
        points.set(0xE0100, 0xE01F0);
        points.set(0x180B, 0x1810); // their Mongolian kin
        IntStream.of(0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0).forEach(points::set); // joiner, fillers
        return points;
    }
}
