package dev.herald.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What codes of a pattern look like, and how hard they are to guess.
 *
 * @param free random symbols of each
 * @param verdict a sentence for whoever chooses the pattern
 * @param hitsAYear codes that a strong attack would find in a year
 * @param longer a pattern like it that is hard to guess, where this one is not
 */
public record PatternPreview(
        String pattern,
        List<String> samples,
        int free,
        boolean isHard,
        String verdict,
        double hitsAYear,
        @Nullable String longer) {

    public PatternPreview {
        samples = List.copyOf(samples);
    }
}
