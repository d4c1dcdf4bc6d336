package dev.herald.code;

import java.math.BigInteger;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What codes of one kind look like: SPRING-#### is SPRING, a hyphen and four random symbols. */
final class CodePattern {

    private static final char FREE = '#';
    private static final int LONGEST_INPUT = 256;
    private static final BigInteger SYMBOLS = BigInteger.valueOf(RandomCodes.SYMBOLS.length());

    /** What a random fill reaches of the bound falls by this factor for each free place after the second. */
    private static final double REACHED = .895;

    private static final int CERTAIN_PLACES = 2;

    private final String template;
    private final int free;

    private CodePattern(String template) {
        this.template = template;
        this.free = (int) template.chars().filter(letter -> letter == FREE).count();
    }

    /** A pattern, or why the text is none. */
    sealed interface Parsed {

        record Usable(CodePattern pattern) implements Parsed {}

        /** @param reason a sentence for whoever wrote the pattern */
        record Refused(String reason) implements Parsed {}
    }

    /** Reads letters, digits, hyphens, blanks, and a # for each random symbol. */
    static Parsed parse(String input) {
        if (input.length() > LONGEST_INPUT) {
            return tooLong();
        }
        var template = Spelling.cleaned(input).toUpperCase(Locale.ROOT);
        var filled = Spelling.canonical(template.replace(FREE, 'A'));
        if (filled.isEmpty()) {
            return new Parsed.Refused(
                    "A pattern has only letters, digits, hyphens, blanks and #%s.".formatted(alien(template)));
        }
        if (template.indexOf(FREE) < 0) {
            return new Parsed.Refused("Write # for each random symbol, as in SPRING-####.");
        }
        var length = filled.get().codePointCount(0, filled.get().length());
        if (length > CodeText.LONGEST) {
            return tooLong();
        }
        return length < CodeText.SHORTEST
                ? new Parsed.Refused("A code has at least 3 letters, digits and #; hyphens and blanks do not count.")
                : new Parsed.Usable(new CodePattern(template));
    }

    /** Reads a pattern that was found to be one before. */
    static CodePattern of(String text) {
        return switch (parse(text)) {
            case Parsed.Usable(var pattern) -> pattern;
            case Parsed.Refused(var reason) -> throw new IllegalArgumentException(reason);
        };
    }

    /** Random symbols only, in groups. */
    static CodePattern ofLength(int symbols) {
        return new CodePattern(RandomCodes.grouped("#".repeat(symbols)));
    }

    /**
     * How many edits, 1 or 2, can lie between any two codes when there are so many: two, if a random text then still has an
     * even chance not to be too close to another.
     */
    int affordableEdits(long codes) {
        var withinTwoEdits = Math.pow(RandomCodes.SYMBOLS.length() * (double) free, 2) / 2;
        return codes * withinTwoEdits / Math.pow(RandomCodes.SYMBOLS.length(), free) <= .5 ? 2 : 1;
    }

    /** How many random symbols a code of this pattern has. */
    int free() {
        return free;
    }

    /** How many codes there are. */
    BigInteger size() {
        return SYMBOLS.pow(free);
    }

    /**
     * About how many of its codes can be given out so that no slip turns one into another.
     *
     * <p>Of codes that agree in all free places but one only one can be given, so there are at most 28^(n-1). A random
     * fill that tries every code once reaches 28 of 28 for ## (99 %), 703 of 784 for ### (90 %), 17,540 of 21,952 for ####
     * (80 %), and 440,000 of 614,656 for ##### (72 %). It has two thirds of them after a tenth of the tries.
     */
    long capacity() {
        var bound = Math.pow(RandomCodes.SYMBOLS.length(), free - 1.0);
        return (long) (bound * Math.pow(REACHED, Math.max(0, free - CERTAIN_PLACES)));
    }

    /** About how many can be found without trying long: two thirds of the capacity. */
    long easyCapacity() {
        return capacity() / 3 * 2 + capacity() % 3 * 2 / 3;
    }

    /** A code that shows the pattern's hyphens and blanks. The generator must be unpredictable, or codes can be guessed. */
    CodeText next(RandomGenerator random) {
        var text = new StringBuilder(template.length());
        for (var i = 0; i < template.length(); i++) {
            text.append(template.charAt(i) == FREE ? RandomCodes.symbol(random) : template.charAt(i));
        }
        return CodeText.typed(text.toString()).orElseThrow();
    }

    /** As it would be written down, such as SPRING-####. */
    @Override
    public String toString() {
        return template;
    }

    private static Parsed tooLong() {
        return new Parsed.Refused("A code has at most 32 letters, digits and #.");
    }

    /** Names the first character that no code has, if it can be seen. */
    private static String alien(String template) {
        return template.codePoints()
                .filter(point -> point != FREE && !Character.isISOControl(point))
                .mapToObj(Character::toString)
                .filter(letter -> Spelling.canonical(letter).isEmpty())
                .filter(letter -> !Character.isSurrogate(letter.charAt(0)) || letter.length() > 1)
                .findFirst()
                .map(", not “%s”"::formatted)
                .orElse("");
    }
}
