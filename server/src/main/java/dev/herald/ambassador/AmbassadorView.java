package dev.herald.ambassador;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ambassador as the API shows it. */
record AmbassadorView(
        AmbassadorId id,
        String name,
        @Nullable String email,
        @Nullable String handle,
        long audienceSize,
        List<String> channels,
        List<String> tags,
        String status,
        @Nullable Instant firstOpenedAt,
        @Nullable Instant lastOpenedAt,
        @Nullable Instant unsubscribedAt,
        Instant createdAt) {

    AmbassadorView {
        channels = List.copyOf(channels);
        tags = List.copyOf(tags);
    }

    static AmbassadorView of(Ambassador one) {
        return new AmbassadorView(
                one.id(),
                one.name(),
                one.email(),
                one.handle(),
                one.audienceSize(),
                one.channels(),
                one.tags(),
                one.isRemoved() ? "removed" : "active",
                one.firstOpenedAt(),
                one.lastOpenedAt(),
                one.unsubscribedAt(),
                one.createdAt());
    }
}
