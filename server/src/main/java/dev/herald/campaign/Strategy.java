package dev.herald.campaign;

/** How codes are given to ambassadors. */
public enum Strategy {
    /** One code that everybody shares. */
    BLANKET,
    /** An opaque code for each ambassador. */
    UNIQUE,
    /** A memorable code for each ambassador. */
    PERSONAL,
    /** Personal codes for the top ambassadors, the blanket code for the rest. */
    TIERED;

    /** Whether a code of the campaign itself is given to all ambassadors, or to most of them. */
    public boolean sharesCode() {
        return this == BLANKET || this == TIERED;
    }
}
