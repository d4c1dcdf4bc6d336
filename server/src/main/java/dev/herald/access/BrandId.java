package dev.herald.access;

import dev.herald.platform.Ids;

/** Names a brand. */
public record BrandId(long value) {

    @Override
    public String toString() {
        return Ids.format("brd_", value);
    }
}
