package dev.herald.share;

import java.nio.charset.StandardCharsets;

/** Where people post, and how long a post may be there. */
public enum Platform {
    INSTAGRAM("Instagram", 2_200),
    TIKTOK("TikTok", 2_200),
    /** The description of a video. */
    YOUTUBE("YouTube", 5_000),
    X("X", 280);

    private final String label;
    private final int limit;

    Platform(String label, int limit) {
        this.label = label;
        this.limit = limit;
    }

    /** As the platform writes itself. */
    public String label() {
        return label;
    }

    public int limit() {
        return limit;
    }

    /** How much of the limit a text takes, as the platform counts. */
    public int length(String text) {
        return switch (this) {
            // How they count is not published; UTF-16 units are the largest of the usual ways.
            case INSTAGRAM, TIKTOK -> text.length();
            case YOUTUBE -> text.getBytes(StandardCharsets.UTF_8).length;
            case X -> XLength.of(text);
        };
    }
}
