package dev.herald.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;

/** A window that every page has to fit: a desk's or a phone's, in light or dark. */
record Window(int width, ColorScheme colours) {

    private static final int DESK = 1440;
    private static final int PHONE = 390;

    static final Window DESK_LIGHT = new Window(DESK, ColorScheme.LIGHT);
    static final Window PHONE_LIGHT = new Window(PHONE, ColorScheme.LIGHT);
    static final Window PHONE_DARK = new Window(PHONE, ColorScheme.DARK);

    /** Of both widths. {@link Look} looks at a light page in dark colours too, without opening it again. */
    static Stream<Window> all() {
        return Stream.of(DESK_LIGHT, PHONE_LIGHT);
    }

    int height() {
        return width == PHONE ? 844 : 1000;
    }

    @Override
    public String toString() {
        return width + "-" + colours.name().toLowerCase(Locale.ROOT);
    }
}
