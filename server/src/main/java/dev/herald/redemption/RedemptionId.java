package dev.herald.redemption;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.platform.Ids;

/** Names a redemption. */
public record RedemptionId(long value) {

    public static final String PREFIX = "rdm_";

    @Override
    @JsonValue
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
