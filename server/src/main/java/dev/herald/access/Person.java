package dev.herald.access;

import dev.herald.platform.Ids;
import java.time.Instant;

/** Somebody of a brand's staff. */
public record Person(Id id, String name, Instant since) {

    /** Shown with the prefix {@code per_}. */
    public record Id(long value) {

        public static final String PREFIX = "per_";

        @Override
        public String toString() {
            return Ids.format(PREFIX, value);
        }
    }
}
