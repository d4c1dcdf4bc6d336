package dev.herald.console;

import dev.herald.web.Assets;
import dev.herald.web.Theme;

/** The first brand is made: its API key, shown this once. */
public record WelcomePage(String brand, String key, Theme theme, Assets assets) {}
