package dev.herald.share;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a link is spread: by an ambassador, or by the brand itself, one for each place it posts in. */
public enum Channel {
    AMBASSADOR("Ambassador"),
    /** The campaign's own public page. */
    PAGE("Public page"),
    INSTAGRAM("Instagram"),
    TIKTOK("TikTok"),
    YOUTUBE("YouTube"),
    X("X"),
    NEWSLETTER("Newsletter"),
    /** Print: whoever scans the QR code. */
    POSTER("Poster");

    private final String shown;

    Channel(String shown) {
        this.shown = shown;
    }

    /** Those that a brand has of its own. */
    static List<Channel> own() {
        return Stream.of(values()).filter(one -> one != AMBASSADOR).toList();
    }

    /** As people write it. */
    public String shown() {
        return shown;
    }

    /** As the database and the API write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
