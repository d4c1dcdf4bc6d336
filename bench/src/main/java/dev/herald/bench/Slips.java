package dev.herald.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Slips of those who type a code, in the mix of docs/SCIENCE.md. Each changes what the code looks like: 0 for O is none.
 */
final class Slips {

    private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> ROWS = List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM");

    /** How far a row begins right of the first one, in keys. */
    private static final double[] INDENTS = {0, .5, .75, 1.25};

    /** What is read for what, beyond what counts as the same. */
    private static final Map<Character, String> LIKE = Map.ofEntries(
            Map.entry('0', "ODQC"),
            Map.entry('O', "0DQC"),
            Map.entry('D', "O0"),
            Map.entry('Q', "O0G"),
            Map.entry('C', "GO"),
            Map.entry('G', "6CQ"),
            Map.entry('6', "GB8"),
            Map.entry('1', "IL7"),
            Map.entry('I', "1LTJ"),
            Map.entry('L', "1I"),
            Map.entry('J', "I"),
            Map.entry('7', "1T"),
            Map.entry('T', "7I"),
            Map.entry('5', "S6"),
            Map.entry('S', "58"),
            Map.entry('2', "Z7"),
            Map.entry('Z', "27"),
            Map.entry('8', "B36"),
            Map.entry('B', "8R3"),
            Map.entry('3', "8BE"),
            Map.entry('9', "GQ"),
            Map.entry('4', "A"),
            Map.entry('A', "4"),
            Map.entry('E', "F3"),
            Map.entry('F', "EP"),
            Map.entry('P', "RF"),
            Map.entry('R', "PB"),
            Map.entry('U', "V"),
            Map.entry('V', "UYW"),
            Map.entry('W', "VM"),
            Map.entry('M', "NW"),
            Map.entry('N', "MH"),
            Map.entry('H', "N"),
            Map.entry('K', "X"),
            Map.entry('X', "KY"),
            Map.entry('Y', "VX"));

    private static final Map<Character, String> NEIGHBOURS = neighbours();

    /** A kind of slip no place of the code allows is drawn in vain so often. */
    private static final int TRIES = 40;

    /** What can go wrong, and how often of a hundred. */
    enum Kind {
        NEIGHBOUR_KEY(40),
        LOOK_ALIKE(15),
        RANDOM_KEY(10),
        DELETION(12),
        INSERTION(11),
        TRANSPOSITION(12);

        final int percent;

        Kind(int percent) {
            this.percent = percent;
        }
    }

    private final RandomGenerator random;

    /** The same generator makes the same slips. */
    Slips(RandomGenerator random) {
        this.random = random;
    }

    /** The code with one slip; what it looks like is another code's look or none's, never its own. */
    String one(String code) {
        while (true) {
            var slip = of(kind(), code);
            if (!slip.isEmpty()) {
                return slip;
            }
        }
    }

    /** Two slips, one after the other, of which the second does not undo the first. */
    String two(String code) {
        var own = LookAlikes.plain(code);
        while (true) {
            var slip = one(one(code));
            if (!LookAlikes.plain(slip).equals(own)) {
                return slip;
            }
        }
    }

    /** A slip of a kind; "" if the code seems to have no place for it. */
    String of(Kind kind, String code) {
        var own = LookAlikes.plain(code);
        for (var i = 0; i < TRIES; i++) {
            var slip = slipped(kind, code);
            if (!slip.isEmpty() && !LookAlikes.plain(slip).equals(own)) {
                return slip;
            }
        }
        return "";
    }

    private Kind kind() {
        var rest = random.nextInt(100);
        for (var kind : Kind.values()) {
            rest -= kind.percent;
            if (rest < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The percentages are less than a hundred together");
    }

    private String slipped(Kind kind, String code) {
        var place = random.nextInt(code.length());
        var letter = code.charAt(place);
        return switch (kind) {
            case NEIGHBOUR_KEY -> replaced(code, place, NEIGHBOURS.getOrDefault(letter, SYMBOLS));
            case LOOK_ALIKE -> replaced(code, place, LIKE.getOrDefault(letter, SYMBOLS));
            case RANDOM_KEY -> replaced(code, place, SYMBOLS);
            case DELETION -> code.substring(0, place) + code.substring(place + 1);
            case INSERTION -> {
                var before = random.nextInt(code.length() + 1);
                yield code.substring(0, before) + drawn(SYMBOLS) + code.substring(before);
            }
            case TRANSPOSITION ->
                place + 1 == code.length()
                        ? ""
                        : code.substring(0, place) + code.charAt(place + 1) + letter + code.substring(place + 2);
        };
    }

    private String replaced(String code, int place, String by) {
        return code.substring(0, place) + drawn(by) + code.substring(place + 1);
    }

    private char drawn(String symbols) {
        return symbols.charAt(random.nextInt(symbols.length()));
    }

    private static Map<Character, String> neighbours() {
        var neighbours = new HashMap<Character, String>();
        for (var i = 0; i < SYMBOLS.length(); i++) {
            var near = new StringBuilder();
            for (var j = 0; j < SYMBOLS.length(); j++) {
                if (i != j && areNeighbours(SYMBOLS.charAt(i), SYMBOLS.charAt(j))) {
                    near.append(SYMBOLS.charAt(j));
                }
            }
            neighbours.put(SYMBOLS.charAt(i), near.toString());
        }
        return neighbours;
    }

    private static boolean areNeighbours(char one, char other) {
        var rows = Math.abs(row(one) - row(other));
        var across = Math.abs(column(one) - column(other));
        return rows == 0 ? across == 1 : rows == 1 && across < 1;
    }

    private static int row(char symbol) {
        var row = 0;
        while (ROWS.get(row).indexOf(symbol) < 0) {
            row++;
        }
        return row;
    }

    private static double column(char symbol) {
        return ROWS.get(row(symbol)).indexOf(symbol) + INDENTS[row(symbol)];
    }
}
