package dev.herald.ambassador;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a brand tells about an ambassador. */
public record AmbassadorDraft(
        String name,
        @Nullable String email,
        @Nullable String handle,
        long audienceSize,
        List<String> channels,
        List<String> tags) {

    public AmbassadorDraft {
        channels = List.copyOf(channels);
        tags = List.copyOf(tags);
    }

    public AmbassadorDraft(
            String name, @Nullable String email, @Nullable String handle, long audienceSize, List<String> channels) {
        this(name, email, handle, audienceSize, channels, List.of());
    }
}
