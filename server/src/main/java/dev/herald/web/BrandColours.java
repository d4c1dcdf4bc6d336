package dev.herald.web;

import java.awt.Color;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The shades of one brand's colour. Whatever the brand chose, text in them and on them keeps the contrast that WCAG 2.2
 * asks for: a shade is made darker or lighter until it does.
 *
 * @param colour as {@code #rrggbb}
 */
public record BrandColours(String colour) {

    /** WCAG 2.2, 1.4.3 for text, and a little more because screens round. */
    private static final double TEXT = 4.6;

    /** WCAG 2.2, 1.4.11 for lines and controls. */
    private static final double LINE = 3.1;

    private static final Color LIGHT_GROUND = new Color(0xf6f7f9);
    private static final Color DARK_SURFACE = new Color(0x1f2937);
    private static final float STEP = 0.02f;

    public BrandColours {
        if (!colour.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException("Not a colour such as #a61e4d: " + colour);
        }
    }

    /** The tokens of tokens.css that carry the brand's colour, as a style sheet. */
    String sheet() {
        var button = button();
        return ":root{--rose:%s;--rose-deep:%s;--rose-ink:light-dark(%s,%s);--rose-line:light-dark(%s,%s);--rose-tint:light-dark(%s,%s);--hero-1:%s;--hero-2:%s;--hero-3:%s}\n"
                .formatted(
                        ground(),
                        hex(mix(button, Color.BLACK, 0.82f)),
                        lightInk(),
                        darkInk(),
                        hex(darker(base(), shade -> contrast(shade, LIGHT_GROUND) >= LINE)),
                        hex(lighter(base(), shade -> contrast(shade, DARK_SURFACE) >= LINE)),
                        lightTint(),
                        darkTint(),
                        ground(),
                        hex(turned(button, -0.09f)),
                        hex(turned(button, -0.2f)));
    }

    /** The colour itself, dark enough for white text on it. */
    public String ground() {
        return hex(button());
    }

    /** Behind text on a light page. */
    public String lightTint() {
        return hex(mix(base(), Color.WHITE, 0.12f));
    }

    /** Text on a light page and on its tint. */
    public String lightInk() {
        var tint = Color.decode(lightTint());
        return hex(darker(base(), shade -> contrast(shade, LIGHT_GROUND) >= TEXT && contrast(shade, tint) >= TEXT));
    }

    /** Behind text on a dark page. */
    public String darkTint() {
        return hex(mix(base(), DARK_SURFACE, 0.25f));
    }

    /** Text on a dark page and on its tint. */
    public String darkInk() {
        var tint = Color.decode(darkTint());
        return hex(lighter(base(), shade -> contrast(shade, DARK_SURFACE) >= TEXT && contrast(shade, tint) >= TEXT));
    }

    private Color base() {
        return Color.decode(colour);
    }

    private Color button() {
        return darker(base(), shade -> contrast(shade, Color.WHITE) >= TEXT);
    }

    /** Of another hue, and again dark enough for white text. */
    private static Color turned(Color colour, float turn) {
        var hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
        return darker(Color.getHSBColor(hsb[0] + turn, hsb[1], hsb[2]), shade -> contrast(shade, Color.WHITE) >= TEXT);
    }

    private static Color darker(Color colour, Predicate<Color> enough) {
        return towards(Color.BLACK, colour, enough);
    }

    private static Color lighter(Color colour, Predicate<Color> enough) {
        return towards(Color.WHITE, colour, enough);
    }

    private static Color towards(Color end, Color colour, Predicate<Color> enough) {
        for (var share = 1f; share > 0; share -= STEP) {
            var shade = mix(colour, end, share);
            if (enough.test(shade)) {
                return shade;
            }
        }
        return end;
    }

    private static Color mix(Color one, Color other, float share) {
        return new Color(
                part(one.getRed(), other.getRed(), share),
                part(one.getGreen(), other.getGreen(), share),
                part(one.getBlue(), other.getBlue(), share));
    }

    private static int part(int one, int other, float share) {
        return Math.round(one * share + other * (1 - share));
    }

    /** The contrast ratio of WCAG 2.2, from 1 to 21. */
    static double contrast(Color one, Color other) {
        var first = luminance(one) + 0.05;
        var second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }
}
