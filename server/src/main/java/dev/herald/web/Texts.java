package dev.herald.web;

import dev.herald.platform.Requests;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a page says, in the reader's language.
 *
 * @param locale how numbers and dates are written beside it
 */
public record Texts(Locale locale, ResourceBundle bundle) {

    /** The languages there are; the first is spoken where no other is. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    private static final Map<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();
    private static final int LONGEST_WISH = 500;

    /** In the language that the browser asks for first among ours, else in the brand's. */
    public static Texts of(ServerRequest request, Locale brand) {
        return of(Requests.header(request, "Accept-Language"), brand);
    }

    /** In a brand's own language, as far as we speak it. */
    public static Texts of(Locale brand) {
        return of("", brand);
    }

    static Texts of(String wished, Locale brand) {
        var language = wished(wished, brand);
        var same = brand.getLanguage().equals(language.getLanguage());
        return new Texts(same ? brand : language, bundle(language));
    }

    /** What the bundle says under a name, with values in the places of {0}, {1} and so on. */
    public String say(String name, Object... values) {
        var text = bundle.getString(name);
        for (var i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** What the bundle says under a name, or something else where it says nothing. */
    public String saysOr(String name, String otherwise) {
        return bundle.containsKey(name) ? bundle.getString(name) : otherwise;
    }

    /** The same for a number of things, which has a form of its own for one: {@code name.one}, {@code name.many}. */
    public String count(String name, long count, Object... values) {
        return say(name + (isSingular(count) ? ".one" : ".many"), values);
    }

    /** For the attribute lang. */
    public String language() {
        return bundle.getLocale().getLanguage().isEmpty()
                ? LANGUAGES.getFirst().getLanguage()
                : bundle.getLocale().getLanguage();
    }

    /** In French nothing is one thing as well. */
    private boolean isSingular(long count) {
        return count == 1 || (count == 0 && locale.getLanguage().equals("fr"));
    }

    private static Locale wished(String header, Locale brand) {
        var own = Locale.lookup(List.of(new Locale.LanguageRange(brand.getLanguage())), LANGUAGES);
        var fallback = own == null ? LANGUAGES.getFirst() : own;
        if (header.isBlank() || header.length() > LONGEST_WISH) {
            return fallback;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
            return found == null ? fallback : found;
        } catch (IllegalArgumentException unreadable) {
            return fallback;
        }
    }

    private static ResourceBundle bundle(Locale language) {
        return BUNDLES.computeIfAbsent(
                language,
                one -> ResourceBundle.getBundle(
                        "dev.herald.web.words",
                        one,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}
