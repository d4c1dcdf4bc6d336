package dev.herald.web;

import java.util.Locale;

/** Light or dark, as the reader chose with the switch; without a choice the page follows the system. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "herald_theme";

    /** The word the style sheet knows it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(String cookie) {
        return switch (cookie) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> SYSTEM;
        };
    }
}
