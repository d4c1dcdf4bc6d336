package dev.herald.console;

import java.util.Locale;

/** A word or two on a coloured ground; the words carry the meaning, the colour only helps. */
public record Badge(String text, Tone tone) {

    /** The grounds that the style sheet has, each with enough contrast in light and dark. */
    public enum Tone {
        GOOD,
        BAD,
        WARN,
        INFO,
        SPECIAL,
        PLAIN;

        public String css() {
            return "tone-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
