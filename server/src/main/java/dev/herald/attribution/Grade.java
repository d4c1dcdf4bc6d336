package dev.herald.attribution;

/**
 * How well founded an estimate is: by the share of the credit for which a click or the buyer names the ambassador, or for
 * which his post is the likely cause by time alone.
 */
public enum Grade {
    /** At least four fifths. */
    A,
    /** At least half. */
    B,
    /** At least a fifth. */
    C,
    /** Less: little more than the number of followers speaks for it. */
    D;

    static Grade of(double evident) {
        if (evident >= .8) {
            return A;
        }
        if (evident >= .5) {
            return B;
        }
        return evident >= .2 ? C : D;
    }
}
