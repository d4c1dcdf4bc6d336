package dev.herald.code;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All codes of one brand in memory, as of some change: finds what a wanted code would be too close to, and what a mistyped
 * one can have meant. Safe for use by several threads.
 */
final class CodeBook {

    /** How long a code that has ended still keeps others away: people go on typing it. */
    static final Duration KEPT_AWAY = Duration.ofDays(180);

    /**
     * A code as the book remembers it.
     *
     * @param change the number of its last change in the brand
     * @param memorable a personal or blanket code
     * @param separated whether it may be what a mistyped text meant
     * @param endsAt from when it is not accepted; absent if never
     */
    record Entry(
            long change,
            CodeId id,
            String skeleton,
            String text,
            boolean memorable,
            boolean separated,
            @Nullable Instant endsAt) {}

    /** A live code near what was typed. */
    record Candidate(CodeId id, int edits, boolean separated) {}

    private final CodeIndex index;
    private long[] ids = new long[16];
    private final BitSet separated = new BitSet();
    private final Map<Integer, Instant> ends = new HashMap<>();
    private final Map<String, List<Integer>> soundsLike = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private long change = -1;

    CodeBook() {
        this(new CodeIndex());
    }

    CodeBook(CodeIndex index) {
        this.index = index;
    }

    /** The last change it knows of; -1 before the first. */
    synchronized long change() {
        return change;
    }

    synchronized int size() {
        return index.size();
    }

    /** Enters a code, or what has changed about it. */
    synchronized void apply(Entry entry) {
        var known = numberOf(entry.skeleton());
        var number = known >= 0 ? known : add(entry);
        if (entry.endsAt() != null) {
            ends.put(number, entry.endsAt());
        }
        change = Math.max(change, entry.change());
    }

    /** Whether any code, live or gone, is spelt like this. */
    synchronized boolean isTaken(String skeleton) {
        return numberOf(skeleton) >= 0;
    }

    /** Whether a code that is live or not long gone is within two edits. */
    synchronized boolean isCrowdedAround(String skeleton, Instant now) {
        return index.within(skeleton, 2).stream().anyMatch(near -> keepsAway(near.number(), now));
    }

    /**
     * Whether a random code would come too close: within two edits of a memorable code, or within one of another, or
     * within two as long as there is room in the index to know.
     */
    synchronized boolean isTooCloseForRandom(String skeleton, Instant now) {
        return index.atHand(skeleton).stream().anyMatch(near -> keepsAway(near.number(), now));
    }

    /** Whether a memorable code that is live or not long gone sounds the same. */
    synchronized boolean soundsTaken(String canonical, Instant now) {
        return soundsLike.getOrDefault(Sounds.key(canonical), List.of()).stream()
                .anyMatch(
                        number -> keepsAway(number, now) && Sounds.areTwins(canonical, texts.getOrDefault(number, "")));
    }

    /** The live codes that are nearest to what was typed and within two edits; several if they are equally near. */
    synchronized List<Candidate> nearest(String skeleton, Instant now) {
        var nearest = new ArrayList<Candidate>();
        for (var near : index.within(skeleton, 2)) {
            var isFarther =
                    !nearest.isEmpty() && near.edits() > nearest.getFirst().edits();
            if (isLive(near.number(), now) && !isFarther) {
                nearest.add(new Candidate(new CodeId(ids[near.number()]), near.edits(), separated.get(near.number())));
            }
        }
        return nearest;
    }

    private int add(Entry entry) {
        var number = index.add(entry.skeleton(), entry.memorable());
        if (number == ids.length) {
            ids = Arrays.copyOf(ids, 2 * ids.length);
        }
        ids[number] = entry.id().value();
        separated.set(number, entry.separated());
        if (entry.memorable()) {
            var sound = Sounds.key(entry.text());
            if (!sound.isEmpty()) {
                soundsLike.computeIfAbsent(sound, _ -> new ArrayList<>()).add(number);
                texts.put(number, entry.text());
            }
        }
        return number;
    }

    private int numberOf(String skeleton) {
        var same = index.within(skeleton, 0);
        return same.isEmpty() ? -1 : same.getFirst().number();
    }

    private boolean isLive(int number, Instant at) {
        var end = ends.get(number);
        return end == null || at.isBefore(end);
    }

    private boolean keepsAway(int number, Instant at) {
        var end = ends.get(number);
        return end == null || at.isBefore(end.plus(KEPT_AWAY));
    }
}
