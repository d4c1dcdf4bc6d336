package dev.herald.code;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.platform.Ids;

/** Names a promo code. */
public record CodeId(long value) {

    public static final String PREFIX = "cod_";

    @Override
    @JsonValue
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
