package dev.herald.ambassador;

import dev.herald.platform.Ids;

/** Names a file of ambassadors that was uploaded. */
public record ImportId(long value) {

    public static final String PREFIX = "imp_";

    @Override
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
