package dev.herald.invite;

import dev.herald.web.Assets;
import dev.herald.web.Form;
import dev.herald.web.Texts;
import dev.herald.web.Theme;

/**
 * Where a stranger asks to become an ambassador.
 *
 * @param done whether he has asked
 */
public record ApplyPage(
        Texts texts, String brand, String look, String address, Form form, boolean done, Theme theme, Assets assets) {}
