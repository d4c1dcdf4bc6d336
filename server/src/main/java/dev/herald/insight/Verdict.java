package dev.herald.insight;

/** What may be said of an ambassador's place among the others. */
public enum Verdict {
    /** In the top tenth with a probability above 0.8. */
    TOP,
    /** In the top tenth with a probability below 0.2. */
    NOT_TOP,
    /** The figures do not tell yet. */
    TOO_EARLY_TO_TELL
}
