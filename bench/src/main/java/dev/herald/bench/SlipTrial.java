package dev.herald.bench;

import dev.herald.code.CodesInMemory;
import dev.herald.code.CodesInMemory.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * People with codes, and what becomes of texts that others mistype.
 *
 * @param codes each person's
 * @param reading what a checkout takes a text for; owners are places among the codes
 * @param plain how many have their first name and the number, as they would all like
 */
record SlipTrial(List<String> codes, Function<String, Meaning> reading, int plain) {

    private static final String NUMBER = "20";

    /**
     * Whose code the texts were taken for.
     *
     * @param right the owner's, at once or by one slip or two
     * @param exactly another's, because they are his code: he is credited
     * @param nearly another's at one edit: he is credited where the brand corrects slips without asking
     * @param suggested another's at two edits, which are never more than suggested
     * @param silent nobody's
     */
    record Tally(long right, long exactly, long nearly, long suggested, long silent) {

        long slips() {
            return right + exactly + nearly + suggested + silent;
        }

        /** Credited to the wrong person. */
        long credited() {
            return exactly + nearly;
        }

        String percent(long part) {
            return String.format(Locale.ROOT, "%.4f %%", 100.0 * part / slips());
        }
    }

    SlipTrial {
        codes = List.copyOf(codes);
    }

    /** Codes as Herald gives them, and its correction. */
    static SlipTrial herald(int people, long seed) {
        var random = new SplittableRandom(seed);
        var codes = new CodesInMemory();
        var names = names(people, random);
        var plain = 0;
        for (var name : names) {
            plain += codes.givePersonal(name, NUMBER, random).equals(first(name) + NUMBER) ? 1 : 0;
        }
        return new SlipTrial(codes.texts(), codes::meaning, plain);
    }

    /** What many shops do: MIA20, then MIA202 and MIA203, compared letter by letter. */
    static SlipTrial naive(int people, long seed) {
        var names = names(people, new SplittableRandom(seed));
        Map<String, Integer> owners = new HashMap<>();
        for (var i = 0; i < people; i++) {
            var code = first(names.get(i)) + NUMBER;
            for (var further = 2; owners.putIfAbsent(code, i) != null; further++) {
                code = first(names.get(i)) + NUMBER + further;
            }
        }
        var codes = new String[people];
        owners.forEach((code, owner) -> codes[owner] = code);
        var plain = (int) IntStream.range(0, people)
                .filter(i -> codes[i].equals(first(names.get(i)) + NUMBER))
                .count();
        return new SlipTrial(
                List.of(codes), typed -> new Meaning(owners.getOrDefault(typed, CodesInMemory.NOBODY), 0), plain);
    }

    private static List<String> names(int people, SplittableRandom random) {
        var drawn = People.ofTheUnitedStates();
        return IntStream.range(0, people).mapToObj(_ -> drawn.draw(random)).toList();
    }

    private static String first(String name) {
        return name.substring(0, name.indexOf(' ')).toUpperCase(Locale.ROOT);
    }

    Tally single(long slips, long seed) {
        var random = new SplittableRandom(seed);
        return tally(slips, random, new Slips(random)::one);
    }

    Tally twice(long slips, long seed) {
        var random = new SplittableRandom(seed);
        return tally(slips, random, new Slips(random)::two);
    }

    private Tally tally(long slips, SplittableRandom random, UnaryOperator<String> slip) {
        long right = 0;
        long silent = 0;
        var others = new long[3];
        for (long i = 0; i < slips; i++) {
            var owner = random.nextInt(codes.size());
            var meaning = reading.apply(slip.apply(codes.get(owner)));
            if (meaning.owner() == owner) {
                right++;
            } else if (meaning.owner() == CodesInMemory.NOBODY) {
                silent++;
            } else {
                others[meaning.edits()]++;
            }
        }
        return new Tally(right, others[0], others[1], others[2], silent);
    }
}
