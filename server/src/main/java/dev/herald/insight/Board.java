package dev.herald.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What ambassadors are ranked by. */
public enum Board {
    /** Redemptions in all: who sells most. */
    REDEMPTIONS,
    /** Redemptions per person reached: who convinces most. */
    RATE;

    /** How it is called in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Board> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
