package dev.herald.code;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All codes of one brand in memory, as of some change: finds what a wanted code would be too close to, and what a mistyped
 * one can have meant. Safe for use by several threads.
 */
final class CodeBook {

    /**
     * A code as the book remembers it.
     *
     * @param change the number of its last change in the brand
     * @param memorable a personal or blanket code
     * @param separated whether it may be what a mistyped text meant
     * @param endsAt from when it is gone; absent if never
     */
    record Entry(
            long change,
            CodeId id,
            String skeleton,
            String text,
            boolean memorable,
            boolean separated,
            @Nullable Instant endsAt) {}

    /** A code near what was typed; it may be gone, for people go on typing it. */
    record Candidate(CodeId id, int edits, boolean separated) {}

    /** Two slips turn any shorter text into any other. */
    private static final int FEWEST_LETTERS_TO_GUESS = 3;

    /** Anything longer is more than two slips away from every code. */
    private static final int MOST_LETTERS_TO_GUESS = CodeText.LONGEST + 2;

    private final CodeList memorable = new CodeList(new CodeIndex(), true);
    private final CodeList random = new CodeList(new CodeIndex(), false);
    private final Map<String, List<Integer>> soundsLike = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private long change = -1;

    /** The last change it knows of; -1 before the first. */
    synchronized long change() {
        return change;
    }

    synchronized int size() {
        return memorable.size() + random.size();
    }

    /** Enters a code, or what has changed about it. */
    synchronized void apply(Entry entry) {
        var list = entry.memorable() ? memorable : random;
        var known = list.numberOf(entry.skeleton());
        var number = known >= 0 ? known : list.add(entry);
        list.end(number, entry.endsAt());
        if (known < 0 && entry.memorable()) {
            remember(number, entry.text());
        }
        change = Math.max(change, entry.change());
    }

    /** Whether any code, live or gone, is spelt like this. */
    synchronized boolean isTaken(String skeleton) {
        return memorable.numberOf(skeleton) >= 0 || random.numberOf(skeleton) >= 0;
    }

    /** Whether a code that is live or not long gone is within two edits. */
    synchronized boolean isCrowdedAround(String skeleton, Instant now) {
        return memorable.isNear(skeleton, 2, now) || random.isNear(skeleton, 2, now);
    }

    /**
     * Whether a random code would come too close: within two edits of a memorable code, or within so many (1 or 2) of
     * another. Two edits from a long random code, or one in a crowded index, may go unseen; one never does.
     */
    synchronized boolean isTooCloseForRandom(String skeleton, int edits, Instant now) {
        return random.isSeenNear(skeleton, edits, now) || memorable.isNear(skeleton, 2, now);
    }

    /** Whether a memorable code that is live or not long gone sounds the same. */
    synchronized boolean soundsTaken(String canonical, Instant now) {
        return soundsLike.getOrDefault(Sounds.key(canonical), List.of()).stream()
                .anyMatch(number ->
                        memorable.keepsAway(number, now) && Sounds.areTwins(canonical, texts.getOrDefault(number, "")));
    }

    /**
     * The codes, live or not long gone, that are nearest to what was typed and within two edits; several if they are
     * equally near.
     */
    synchronized List<Candidate> nearest(String skeleton, Instant now) {
        // Most slips are single ones, and they are found many times quicker.
        var near = near(skeleton, 1, now);
        return near.isEmpty() ? near(skeleton, 2, now) : near;
    }

    private List<Candidate> near(String skeleton, int edits, Instant now) {
        var near = new ArrayList<>(memorable.near(skeleton, edits, now));
        near.addAll(random.near(skeleton, edits, now));
        var nearest = near.stream().mapToInt(Candidate::edits).min().orElse(0);
        return near.stream().filter(one -> one.edits() == nearest).toList();
    }

    /** What a text that is no code was meant to be: the one separated code nearest to it, if there is one; it may be gone. */
    Optional<Candidate> meant(String typed, Instant now) {
        var skeleton = Spelling.guessed(typed);
        var letters = EditDistance.length(skeleton);
        if (letters < FEWEST_LETTERS_TO_GUESS || letters > MOST_LETTERS_TO_GUESS) {
            return Optional.empty();
        }
        var nearest = nearest(skeleton, now);
        return nearest.size() == 1 ? Optional.of(nearest.getFirst()).filter(Candidate::separated) : Optional.empty();
    }

    private void remember(int number, String text) {
        var sound = Sounds.key(text);
        if (!sound.isEmpty()) {
            soundsLike.computeIfAbsent(sound, _ -> new ArrayList<>()).add(number);
            texts.put(number, text);
        }
    }
}
