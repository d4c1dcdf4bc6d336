package dev.herald.invite;

import dev.herald.web.Assets;
import dev.herald.web.Texts;
import dev.herald.web.Theme;

/**
 * Where somebody ends a brand's mail, or asks for it again.
 *
 * @param done whether mail is ended
 */
public record UnsubscribePage(
        Texts texts, String brand, String look, String address, boolean done, Theme theme, Assets assets) {}
