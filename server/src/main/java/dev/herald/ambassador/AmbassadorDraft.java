package dev.herald.ambassador;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a brand tells about a new ambassador. */
public record AmbassadorDraft(
        String name, @Nullable String email, @Nullable String handle, long audienceSize, List<String> channels) {

    public AmbassadorDraft {
        channels = List.copyOf(channels);
    }
}
