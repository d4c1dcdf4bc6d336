package dev.herald.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a code reads offensively in one of 25 languages, also with digits or letters of another script for its
 * letters: 4NU5, B00B.
 *
 * <p>A random code loses nothing when it is refused, a name does: Cassandra, Hancock and Richard keep theirs.
 */
final class Offence {

    /** Shorter finds are chance in a word: the OLLA in dollar. */
    private static final int SHORTEST_INSIDE_A_WORD = 5;

    /** Shorter ones count only where nothing else stands beside them: the ASS in Cassandra. */
    private static final int SHORTEST_AT_AN_END = 4;

    private static final int SHORTEST_IN_RANDOM = 3;

    /** What the digits 0 to 9 are read as; 1 is an L as well. */
    private static final String LEET = "OIZEASGTBG";

    private static final Pattern LAST_NUMBER = Pattern.compile("[0-9]+$");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final WordFinder WORDS = new WordFinder(listed(""));

    /** Understood by most shoppers, so that four letters are enough anywhere. */
    private static final WordFinder ENGLISH = new WordFinder(listed("en:"));

    /** Names and common words in which a listed word is only letters: the AMI of Ami, the BIGA of Abigail. */
    private static final WordFinder INNOCENT =
            new WordFinder(List.of("""
            ABBIGA ABIGA AMADOR AMI AMONG ANALE ANALI ANALOG ANALY ANITA ANUSH ARYSSA ASUCENA AUSPIC BALLET BANAL
            BELINO BRANDI BRYSSA BUTTER BUTTON CANAL CATRIONA CESSOR CHATTER CLITHEROE COCKPIT COCKTAIL COCOON
            COMPUTE CONALL CONAN CONNECT CONNELL CONNER CONNERY CONOR CONSPIC CORINA DEL DEMETRIO DESPINA DICKENS
            DICKEY DICKINSON DICKSON DIMITRIO DISPUTE DRAPE FFING FINGER FISCHER FRANC GHASSAN GOTTEN GRAPE GREET
            HANCOCK HARD HEROINE HITCHCOCK HOLLAND HONEYSUCK ISHITA JAMAAL JANUS JOAQUIM KAMAAL KANEN KORINA KSHITA
            LATEEF LFING LORINA LUNDEN LUNDIN LUNDQVIST LUNDY MAALI MAMADOU MANUSC MARIANO MARICA MARYSSA MISTAKE
            MONA MONGOL MONTA MORGYN MOSES MUNA NAIDA NAZIA NAZIE NAZIR NUSRAT OFING PADLOCK PARAPE PEACOCK
            PERSEPHONE PETER PETRONA PIPING PREET PRINCIPAL PROHIBIT PSHITA RACCOON RAEVEN RANDI REGINA REPUTA REVA
            RFING RIDDICK ROLLAND ROXANA RSHITA SALTWATER SCATTER SEMENT SHOTA SIMONA SPICE SPICY SPOOF STREET
            SUPERSE SUSPICIOUS TATTIANA TITSWORTH TOPANGA TOPAZ TRAPEZ TRIMMING TROMBONE URANUS WOODCOCK ZENAIDA
            """.strip().split("\\s+")));

    private Offence() {}

    /** Any listed word of three letters or more, anywhere. */
    static boolean inRandom(String canonical) {
        return isReadIn(canonical, Offence::hasAnyWord);
    }

    /**
     * A listed word of five letters or more, one of four at the beginning or end or in English anywhere, or a shorter one
     * that is all there is between the numbers.
     *
     * <p>The last number is the offer's: ANA15 is no word, but A55 and SH1T20 are.
     */
    static boolean inMemorable(String canonical) {
        var withoutNumber = LAST_NUMBER.matcher(canonical).replaceFirst("");
        return isReadIn(withoutNumber, Offence::hasWordInWords)
                || isReadIn(canonical, WORDS::has)
                || NUMBER.splitAsStream(canonical).anyMatch(Offence::isWord);
    }

    private static boolean isReadIn(String canonical, Predicate<String> offends) {
        return offends.test(read(canonical, 'I'))
                || (canonical.indexOf('1') >= 0 && offends.test(read(canonical, 'L')));
    }

    private static boolean hasAnyWord(String read) {
        return WORDS.findsIn(read, (start, end) -> weight(read, start, end) >= SHORTEST_IN_RANDOM);
    }

    private static boolean hasWordInWords(String read) {
        return isWord(read)
                || WORDS.findsIn(
                        read, (start, end) -> countsInAWord(read, start, end) && !isInnocent(read, start, end));
    }

    private static boolean countsInAWord(String read, int start, int end) {
        var weight = weight(read, start, end);
        return weight >= SHORTEST_INSIDE_A_WORD
                || (weight == SHORTEST_AT_AN_END
                        && (start == 0 || end == read.length() || ENGLISH.has(read.substring(start, end))));
    }

    private static boolean isWord(String read) {
        return WORDS.has(read) && !INNOCENT.has(read);
    }

    private static boolean isInnocent(String read, int start, int end) {
        return INNOCENT.findsIn(read, (from, to) -> from <= start && end <= to);
    }

    /** A syllable or ideograph says as much as two letters. */
    private static int weight(String read, int start, int end) {
        return read.substring(start, end)
                .codePoints()
                .map(point -> isSyllable(point) ? 2 : 1)
                .sum();
    }

    private static boolean isSyllable(int point) {
        return Character.isIdeographic(point)
                || switch (Character.UnicodeScript.of(point)) {
                    case HANGUL, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }

    private static String read(String canonical, char one) {
        var latin = Spelling.inLatin(canonical);
        var read = new StringBuilder(latin.length());
        for (var i = 0; i < latin.length(); i++) {
            var letter = latin.charAt(i);
            if (letter == '1') {
                read.append(one);
            } else {
                read.append(letter >= '0' && letter <= '9' ? LEET.charAt(letter - '0') : letter);
            }
        }
        return read.toString();
    }

    /** One line for each language: its code, a colon, its words with semicolons between them. */
    private static List<String> listed(String language) {
        try (var file = Objects.requireNonNull(Offence.class.getResourceAsStream("offensive-words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(language))
                    .map(line -> line.substring(line.indexOf(':') + 1))
                    .flatMap(line -> Arrays.stream(line.split(";", -1)))
                    .flatMap(Offence::spelt)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> spelt(String word) {
        return Spelling.canonical(word.replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "")).map(text -> read(text, 'I')).stream();
    }
}
