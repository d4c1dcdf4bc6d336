package dev.herald.reward;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.platform.Ids;

/** Names a payout run. */
public record PayoutId(long value) {

    public static final String PREFIX = "pay_";

    @Override
    @JsonValue
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
