package dev.herald.console;

import dev.herald.access.Brand;
import dev.herald.access.BrandLook;
import dev.herald.console.SettingsPage.Choices;
import dev.herald.money.Money;
import dev.herald.platform.Input;
import dev.herald.web.Form;
import dev.herald.web.Option;
import dev.herald.web.TypedMoney;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads what was typed into the settings, and says what can be chosen there. */
final class SettingsRules {

    private static final int LONGEST_NAME = 100;

    private static final List<String> LANGUAGES = List.of(
            "en", "en-GB", "de", "de-AT", "de-CH", "fr", "fr-BE", "fr-CH", "es", "it", "nl", "pt", "pt-BR", "da", "sv",
            "nb", "fi", "pl", "cs", "ja", "ar", "he");

    private static final List<String> FIRST_CURRENCIES = List.of("EUR", "USD", "GBP", "CHF");

    /** What was typed, as settings; or the form with what is wrong. */
    record Read(String name, ZoneId zone, BrandLook look, Form form) {}

    private SettingsRules() {}

    static Form form(Brand brand) {
        var look = brand.look();
        return Form.EMPTY
                .with("name", brand.name())
                .with("zone", brand.zone().getId())
                .with("language", look.locale().toLanguageTag())
                .with("currency", look.currency().getCurrencyCode())
                .with("colour", look.colour())
                .with("shop", look.shop())
                .with("parameter", look.parameter());
    }

    static Form payouts(Brand brand) {
        var limit = brand.payoutLimit();
        return limit == Brand.NO_PAYOUT_LIMIT
                ? Form.EMPTY
                : Form.EMPTY.with("payout_limit", new Money(limit, brand.look().currency()).digits());
    }

    /** Minor units, none for nothing typed; empty if it is no amount. */
    static OptionalLong payoutLimit(Form sent, Brand brand) {
        return sent.has("payout_limit")
                ? TypedMoney.minor(sent.value("payout_limit"), brand.look().currency())
                : OptionalLong.of(Brand.NO_PAYOUT_LIMIT);
    }

    static Read read(Form sent, Brand brand) {
        var form = sent;
        var name = form.value("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME || !Input.isStorable(name)) {
            form = form.refused("name", "Type a name of 1 to " + LONGEST_NAME + " characters.");
        }
        var zone = zone(form.value("zone"));
        if (zone.isEmpty()) {
            form = form.refused("zone", "Choose one of the list.");
        }
        var language = LANGUAGES.contains(form.value("language")) || keeps(form, brand);
        if (!language) {
            form = form.refused("language", "Choose one of the list.");
        }
        var currency = Money.currency(form.value("currency"));
        if (currency.isEmpty()) {
            form = form.refused("currency", "Choose one of the list.");
        }
        var colour = form.value("colour").toLowerCase(Locale.ROOT);
        if (!colour.matches("#[0-9a-f]{6}")) {
            form = form.refused("colour", "Choose a colour, or type it as #a61e4d.");
            colour = brand.look().colour();
        }
        var shop = BrandLook.shopAddress(form.value("shop"));
        if (shop.isEmpty()) {
            form = form.refused("shop", "Type the whole address, such as https://shop.example.com/");
        }
        if (!form.value("parameter").matches("[A-Za-z0-9_.-]{1,40}")) {
            form = form.refused("parameter", "Type 1 to 40 letters, digits, points, hyphens or underscores.");
        }
        var look = new BrandLook(
                language
                        ? Locale.forLanguageTag(form.value("language"))
                        : brand.look().locale(),
                currency.orElse(brand.look().currency()),
                colour,
                shop.orElse(""),
                form.value("parameter"));
        return new Read(name, zone.orElse(brand.zone()), look, form);
    }

    private static boolean keeps(Form form, Brand brand) {
        return form.value("language").equals(brand.look().locale().toLanguageTag());
    }

    private static Optional<ZoneId> zone(String id) {
        return ZoneId.getAvailableZoneIds().contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }

    static Choices choices(Brand brand) {
        return new Choices(languages(brand), currencies(), zones(brand));
    }

    private static List<Option> languages(Brand brand) {
        return Stream.concat(LANGUAGES.stream(), Stream.of(brand.look().locale().toLanguageTag()))
                .distinct()
                .map(tag -> new Option(tag, Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    /** Those of most shops first, then by code. */
    private static List<Option> currencies() {
        var others = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(code -> Money.currency(code).isPresent() && !FIRST_CURRENCIES.contains(code))
                .sorted();
        return Stream.concat(FIRST_CURRENCIES.stream(), others)
                .map(code -> new Option(
                        code, code + ", " + Currency.getInstance(code).getDisplayName(Locale.ENGLISH)))
                .toList();
    }

    private static List<Option> zones(Brand brand) {
        var regions = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"));
        return Stream.concat(Stream.of("UTC", brand.zone().getId()), regions.sorted())
                .distinct()
                .map(id -> new Option(id, id.replace('_', ' ')))
                .toList();
    }
}
