package dev.herald.redemption;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.platform.Ids;

/** Names a reversal. */
public record ReversalId(long value) {

    public static final String PREFIX = "rev_";

    @Override
    @JsonValue
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
