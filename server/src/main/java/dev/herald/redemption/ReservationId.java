package dev.herald.redemption;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.platform.Ids;

/** Names a reservation. */
public record ReservationId(long value) {

    public static final String PREFIX = "rsv_";

    @Override
    @JsonValue
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
