package dev.herald.portal;

import dev.herald.web.Assets;
import dev.herald.web.Texts;
import dev.herald.web.Theme;

/**
 * What stands around every page of this package.
 *
 * @param colour the brand's, as {@code #rrggbb}
 */
public record Around(String title, Texts texts, String colour, Theme theme, Assets assets) {

    /** What the page says under a name, in the reader's language. */
    public String say(String name, Object... values) {
        return texts.say(name, values);
    }
}
