package dev.herald.ambassador;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who spreads codes.
 *
 * @param audienceSize followers, 0 or more
 * @param channels where the person posts, as the brand names them
 */
public record Ambassador(
        AmbassadorId id,
        String name,
        @Nullable String email,
        @Nullable String handle,
        long audienceSize,
        List<String> channels,
        Instant createdAt) {

    /** Followers of somebody whose number nobody told. */
    public static final long USUAL_AUDIENCE = 5_000;

    public Ambassador {
        channels = List.copyOf(channels);
    }
}
