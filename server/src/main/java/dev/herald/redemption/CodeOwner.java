package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import org.jspecify.annotations.Nullable;

/** Whose code it is, as a batch read him. */
final class CodeOwner {

    final String name;
    private final @Nullable String email;

    /** Hashed when the first buyer with a name comes, and once for all of the batch: many use the same code at once. */
    private @Nullable KeyedHash identity;

    CodeOwner(String name, @Nullable String email) {
        this.name = name;
        this.email = email;
    }

    /** Whether it is the owner who orders. */
    boolean isBuyer(Attempt attempt) {
        var identities = attempt.buyer().identities();
        if (email == null || identities.isEmpty()) {
            return false;
        }
        if (identity == null) {
            identity = Buyer.email(attempt.secret(), email);
        }
        return identities.contains(identity);
    }
}
