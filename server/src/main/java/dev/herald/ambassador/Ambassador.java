package dev.herald.ambassador;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who spreads codes.
 *
 * @param audienceSize followers, 0 or more
 * @param channels where the person posts, as the brand names them
 * @param tags how the brand sorts its ambassadors
 * @param firstOpenedAt when the person first saw the page of the magic link; absent if never
 * @param unsubscribedAt since when the person wants no mail; absent if mail is welcome
 * @param removedAt since when the person is no ambassador any more; absent for one
 */
public record Ambassador(
        AmbassadorId id,
        String name,
        @Nullable String email,
        @Nullable String handle,
        long audienceSize,
        List<String> channels,
        List<String> tags,
        @Nullable Instant firstOpenedAt,
        @Nullable Instant lastOpenedAt,
        @Nullable Instant unsubscribedAt,
        @Nullable Instant removedAt,
        Instant createdAt) {

    /** Followers of somebody whose number nobody told. */
    public static final long USUAL_AUDIENCE = 5_000;

    public Ambassador {
        channels = List.copyOf(channels);
        tags = List.copyOf(tags);
    }

    /** Somebody who was just added and of whom no more is known. */
    public Ambassador(
            AmbassadorId id,
            String name,
            @Nullable String email,
            @Nullable String handle,
            long audienceSize,
            List<String> channels,
            Instant createdAt) {
        this(id, name, email, handle, audienceSize, channels, List.of(), null, null, null, null, createdAt);
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    /** Whether mail can be sent: there is an address, and nobody asked us to stop. */
    public boolean canBeMailed() {
        return email != null && unsubscribedAt == null && removedAt == null;
    }

    /** What the brand told so far, for a change of some of it. */
    public AmbassadorDraft draft() {
        return new AmbassadorDraft(name, email, handle, audienceSize, channels, tags);
    }
}
