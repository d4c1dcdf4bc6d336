package dev.herald.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** A window that every page has to fit: a desk's or a phone's, in light or dark. */
record Window(int width, ColorScheme colours) {

    private static final int DESK = 1440;
    private static final int PHONE = 390;

    static final Window DESK_LIGHT = new Window(DESK, ColorScheme.LIGHT);
    static final Window PHONE_LIGHT = new Window(PHONE, ColorScheme.LIGHT);
    static final Window PHONE_DARK = new Window(PHONE, ColorScheme.DARK);

    static Stream<Window> all() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(colours ->
                        Arrays.stream(new int[] {DESK, PHONE}).mapToObj(width -> new Window(width, colours)));
    }

    int height() {
        return width == PHONE ? 844 : 1000;
    }

    @Override
    public String toString() {
        return width + "-" + colours.name().toLowerCase(Locale.ROOT);
    }
}
