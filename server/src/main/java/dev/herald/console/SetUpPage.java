package dev.herald.console;

import dev.herald.web.Assets;
import dev.herald.web.Theme;

/** Asks for the first brand; {@code fault} says what was wrong with the answer before, or is empty. */
public record SetUpPage(
        String address, String fault, String brand, String owner, int longestName, Theme theme, Assets assets) {}
