package dev.herald.share;

import dev.herald.access.BrandId;
import dev.herald.platform.Ids;
import java.time.Instant;

/**
 * A picture of a brand, without its content.
 *
 * @param token the part of its address that nobody guesses
 * @param size in bytes
 */
public record BrandImage(
        BrandId brand,
        Id id,
        String token,
        String name,
        String contentType,
        int width,
        int height,
        int size,
        Instant createdAt) {

    static final String ROOT = "/i/";

    /** Names an image. */
    public record Id(long value) {

        public static final String PREFIX = "img_";

        @Override
        public String toString() {
            return Ids.format(PREFIX, value);
        }
    }

    /** Where everybody who knows it can load it. */
    public String address() {
        return ROOT + Ids.format("", brand.value()) + "/" + token;
    }
}
