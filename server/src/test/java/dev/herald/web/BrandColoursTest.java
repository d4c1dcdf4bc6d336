package dev.herald.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BrandColoursTest {

    private static final Pattern SHADE = Pattern.compile("#[0-9a-f]{6}");

    @Test
    void contrast_is_that_of_the_standard() {
        assertThat(BrandColours.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(BrandColours.contrast(Color.WHITE, new Color(0x767676))).isBetween(4.53, 4.55);
    }

    /** Any colour, the palest yellow and the darkest blue among them. */
    @Test
    void text_is_readable_in_every_brands_colour() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var sheet = new BrandColours(String.format(Locale.ROOT, "#%06x", random.nextInt(0x1000000))).sheet();
            for (var solid : new String[] {"rose", "rose-deep", "hero-1", "hero-2", "hero-3"}) {
                assertThat(BrandColours.contrast(shade(sheet, solid, 0), Color.WHITE))
                        .as(sheet)
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertInk(sheet, 0, Color.WHITE);
            assertInk(sheet, 1, new Color(0x1f2937));
        }
    }

    private static void assertInk(String sheet, int theme, Color surface) {
        var ink = shade(sheet, "rose-ink", theme);
        assertThat(BrandColours.contrast(ink, surface)).as(sheet).isGreaterThanOrEqualTo(4.5);
        assertThat(BrandColours.contrast(ink, shade(sheet, "rose-tint", theme)))
                .as(sheet)
                .isGreaterThanOrEqualTo(4.5);
        assertThat(BrandColours.contrast(shade(sheet, "rose-line", theme), surface))
                .as(sheet)
                .isGreaterThanOrEqualTo(3);
    }

    private static Color shade(String sheet, String token, int index) {
        var value = SHADE.matcher(sheet);
        value.region(sheet.indexOf("--" + token + ":"), sheet.length());
        for (int i = 0; i <= index; i++) {
            assertThat(value.find()).isTrue();
        }
        return Color.decode(value.group());
    }

    @Test
    void what_is_no_colour_is_refused() {
        assertThatThrownBy(() -> new BrandColours("red")).isInstanceOf(IllegalArgumentException.class);
    }
}
