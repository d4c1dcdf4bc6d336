package dev.herald.campaign;

import java.util.Locale;

/** Why a redemption is undone. */
public enum ReversalReason {
    CANCELLED,
    REFUNDED,
    /** The bank took the money back. */
    CHARGEBACK;

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
