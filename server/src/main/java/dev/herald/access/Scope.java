package dev.herald.access;

/** What a secret key may do. */
public enum Scope {
    /** Everything. */
    ADMIN,
    /** Validate, reserve, redeem and reverse only: for a shop's checkout. */
    CHECKOUT;

    public boolean allows(Scope needed) {
        return this == ADMIN || this == needed;
    }
}
