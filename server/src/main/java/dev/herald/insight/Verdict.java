package dev.herald.insight;

/** What may be said of an ambassador's place among the others. */
public enum Verdict {
    /** Among the top with a probability above 0.8. */
    TOP,
    /** Among the top with a probability below 0.2. */
    NOT_TOP,
    /** The figures do not tell yet. */
    TOO_EARLY_TO_TELL
}
