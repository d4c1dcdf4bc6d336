package dev.herald.ambassador;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.platform.Ids;

/** Names an ambassador. */
public record AmbassadorId(long value) {

    public static final String PREFIX = "amb_";

    @Override
    @JsonValue
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
