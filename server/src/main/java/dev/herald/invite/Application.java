package dev.herald.invite;

import dev.herald.ambassador.AmbassadorDraft;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.platform.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to become an ambassador.
 *
 * @param wish the applicant as he described himself
 * @param why in his own words; "" if he said nothing
 * @param ambassador whom it made an ambassador; absent unless it was approved
 */
public record Application(
        Id id,
        AmbassadorDraft wish,
        String why,
        State state,
        @Nullable AmbassadorId ambassador,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    /** Names an application. */
    public record Id(long value) {

        public static final String PREFIX = "app_";

        @Override
        public String toString() {
            return Ids.format(PREFIX, value);
        }
    }

    /** What becomes of an application. */
    public enum State {
        WAITING,
        APPROVED,
        DECLINED
    }
}
