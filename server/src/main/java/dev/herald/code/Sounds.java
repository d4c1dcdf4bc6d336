package dev.herald.code;

import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;

/** Phonetic twins: codes whose words sound alike in English, such as KAITLIN20 and CATELYNN20. */
final class Sounds {

    /**
     * Below four consonants vowels are most of a word, and they are not in the key: Luis and Lucy, Alan and Elena. Of
     * pairs of the 1,000 most frequent first names that are three edits or more apart, about one in ten with a key of
     * two really sounds alike, one in five with three, and every other one with four.
     */
    private static final int SHORTEST_KEY = 4;

    private static final int TELLING_DIGITS = 2;

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]+");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final DoubleMetaphone METAPHONE = ofWholeWords();

    private Sounds() {}

    /** How the letters sound; empty if they are too few or not A to Z. */
    static String key(String canonical) {
        var letters = NUMBERS.matcher(canonical).replaceAll("");
        if (!LETTERS.matcher(letters).matches()) {
            return "";
        }
        var key = METAPHONE.doubleMetaphone(letters);
        return key.length() < SHORTEST_KEY ? "" : key;
    }

    /** Sounding alike, unless their numbers, said digit by digit, differ in two digits or more. */
    static boolean areTwins(String one, String other) {
        var key = key(one);
        return !key.isEmpty() && key.equals(key(other)) && differing(digits(one), digits(other)) < TELLING_DIGITS;
    }

    private static String digits(String canonical) {
        return NO_DIGITS.matcher(canonical).replaceAll("");
    }

    /** Read from the front or from the back, whichever is more alike: 20 and 120 differ in one digit. */
    private static int differing(String one, String other) {
        var longest = Math.max(one.length(), other.length());
        var common = Math.min(one.length(), other.length());
        var front = 0;
        var back = 0;
        for (var i = 0; i < common; i++) {
            front += one.charAt(i) == other.charAt(i) ? 1 : 0;
            back += one.charAt(one.length() - 1 - i) == other.charAt(other.length() - 1 - i) ? 1 : 0;
        }
        return longest - Math.max(front, back);
    }

    /** The usual four characters would make twins of Christopher and Christina. */
    private static DoubleMetaphone ofWholeWords() {
        var metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(CodeText.LONGEST * 2);
        return metaphone;
    }
}
