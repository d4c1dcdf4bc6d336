package dev.herald.app;

import dev.herald.access.Brand;
import dev.herald.access.BrandLook;
import dev.herald.web.Visitor;
import java.util.Map;

/** Clicks on short links, as a shop learns of them. */
public final class Clicks {

    private Clicks() {}

    /** Lets links of the brand lead to a shop: only a shop is told of clicks. */
    public static void openShop(TestHerald herald, Brand brand) {
        var look = brand.look();
        herald.herald
                .access()
                .dress(
                        brand.id(),
                        brand.name(),
                        brand.zone(),
                        new BrandLook(look.locale(), look.currency(), look.colour(), "https://shop.example", "code"));
    }

    /** What the shop is given of a click on the link that an ambassador's page shows. */
    public static String of(TestHerald herald, String ambassador) {
        var page = herald.post("/v1/ambassadors/" + ambassador + "/links", Map.of())
                .json()
                .get("path")
                .asText();
        try (var buyer = new Visitor(herald.address.getPort())) {
            var link = buyer.get(page).body().replaceFirst("(?s).*data-link=\"http://[^/]+(/r/[^\"]+)\".*", "$1");
            return on(herald, link);
        }
    }

    /** The same of any link. */
    public static String on(TestHerald herald, String link) {
        try (var buyer = new Visitor(herald.address.getPort())) {
            return buyer.get(link, "User-Agent", "Mozilla/5.0 Firefox/140.0")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replaceFirst(".*herald_click=([^&]+).*", "$1");
        }
    }
}
