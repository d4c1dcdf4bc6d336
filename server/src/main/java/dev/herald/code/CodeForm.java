package dev.herald.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Codes that are equally hard to guess.
 *
 * @param length of their texts; absent for memorable codes, of which all lengths are guessed alike
 * @param free how many of the letters are random; 0 in memorable codes
 */
record CodeForm(boolean memorable, @Nullable Integer length, int free, long codes) {

    /** Of fewer codes it would be chance if all begin with the same letter. */
    private static final int ENOUGH_TO_TELL = 5;

    private record Key(int length, int free) {}

    Guessability guessability() {
        return new Guessability(free, codes, Guessability.STRONG_ATTACK);
    }

    /** Memorable codes first, then by length. */
    static List<CodeForm> of(List<CodeFormStore.Group> groups) {
        var forms = new ArrayList<CodeForm>();
        var memorable = groups.stream()
                .filter(CodeFormStore.Group::memorable)
                .mapToLong(CodeFormStore.Group::codes)
                .sum();
        if (memorable > 0) {
            forms.add(new CodeForm(true, null, 0, memorable));
        }
        var random = new TreeMap<Key, Long>(Comparator.comparingInt(Key::length).thenComparingInt(Key::free));
        groups.stream()
                .filter(group -> !group.memorable())
                .forEach(group -> random.merge(new Key(group.length(), free(group)), group.codes(), Long::sum));
        random.forEach((key, codes) -> forms.add(new CodeForm(false, key.length(), key.free(), codes)));
        return forms;
    }

    /** What all codes of a group begin with was written by somebody and is guessed at once: SPRING of SPRING-####. */
    private static int free(CodeFormStore.Group group) {
        if (group.codes() < ENOUGH_TO_TELL) {
            return group.length();
        }
        var common = 0;
        var shorter = Math.min(group.first().length(), group.last().length());
        while (common < shorter && group.first().charAt(common) == group.last().charAt(common)) {
            common++;
        }
        return group.length() - common;
    }
}
