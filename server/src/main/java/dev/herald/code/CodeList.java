package dev.herald.code;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The memorable codes of a brand, or the random ones, with what matters to who wants to come near them. */
final class CodeList {

    /** How long a code that has ended still keeps others away: people go on typing it. */
    static final Duration KEPT_AWAY = Duration.ofDays(180);

    private final CodeIndex index;
    private final boolean memorable;
    private long[] ids = new long[16];
    private final BitSet separated = new BitSet();
    private final Map<Integer, Instant> ends = new HashMap<>();

    CodeList(CodeIndex index, boolean memorable) {
        this.index = index;
        this.memorable = memorable;
    }

    int size() {
        return index.size();
    }

    /** The number of the code with a skeleton; -1 if there is none. */
    int numberOf(String skeleton) {
        var same = index.within(skeleton, 0);
        return same.isEmpty() ? -1 : same.getFirst().number();
    }

    int add(CodeBook.Entry entry) {
        var number = index.add(entry.skeleton(), memorable);
        if (number == ids.length) {
            ids = Arrays.copyOf(ids, 2 * ids.length);
        }
        ids[number] = entry.id().value();
        separated.set(number, entry.separated());
        return number;
    }

    void end(int number, @Nullable Instant at) {
        if (at != null) {
            ends.put(number, at);
        }
    }

    /** Whether a code that is live or not long gone is within so many edits. */
    boolean isNear(String skeleton, int edits, Instant now) {
        return index.within(skeleton, edits).stream().anyMatch(near -> keepsAway(near.number(), now));
    }

    /** The same without a search: two edits from a long code, or in a crowded index, may go unseen. */
    boolean isSeenNear(String skeleton, int edits, Instant now) {
        return edits < 2
                ? isNear(skeleton, edits, now)
                : index.atHand(skeleton).stream().anyMatch(near -> keepsAway(near.number(), now));
    }

    /** The codes within so many edits that are live or not long gone. */
    List<CodeBook.Candidate> near(String skeleton, int edits, Instant now) {
        return index.within(skeleton, edits).stream()
                .filter(near -> keepsAway(near.number(), now))
                .map(near -> new CodeBook.Candidate(
                        new CodeId(ids[near.number()]), near.edits(), separated.get(near.number())))
                .toList();
    }

    boolean keepsAway(int number, Instant at) {
        var end = ends.get(number);
        return end == null || at.isBefore(end.plus(KEPT_AWAY));
    }
}
