package dev.herald.planner;

import dev.herald.planner.DemoOrder.Aftermath;
import dev.herald.planner.DemoOrder.Shopper;
import dev.herald.planner.DemoSetting.Draw;
import dev.herald.redemption.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The demo brand's shop: who buys what, and what is sent back. */
final class DemoShop {

    private record Product(String sku, String category, long price) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product("HB-TEE-01", "tops", 29_00),
            new Product("HB-SOCK-3P", "accessories", 18_00),
            new Product("HB-SHORT-02", "bottoms", 42_00),
            new Product("HB-TIGHT-04", "bottoms", 64_00),
            new Product("HB-JKT-WIND", "jackets", 98_00),
            new Product("HB-CAP-01", "accessories", 24_00),
            new Product("HB-BRA-02", "tops", 38_00),
            new Product("HB-SHOE-R1", "shoes", 129_00),
            new Product("HB-BELT-01", "accessories", 32_00));

    private static final List<String> AGES = List.of("25-34", "18-24", "35-44", "45-54", "55+");
    private static final List<String> TAGS =
            List.of("running", "yoga", "newsletter", "cycling", "gift", "trail", "student");

    private static final double COMES_BACK = .3;
    private static final double NEW_TO_THE_SHOP = .7;
    private static final double NEIGHBOUR = .6;

    /** What a campaign draws comes about half as often again as elsewhere. */
    private static final double OF_THE_AGE = .25;

    private static final double OF_THE_CATEGORY = .12;
    private static final long DRAW_SEED = 29;

    private final Chance chance;

    /** Dice of their own: what one campaign draws changes nothing else in the story. */
    private final Chance draw = new Chance(DRAW_SEED);

    private final List<Shopper> shoppers = new ArrayList<>();

    /** Each person's own buyers, who may buy again. */
    private final Map<String, List<Shopper>> buyers = new HashMap<>();

    DemoShop(Chance chance) {
        this.chance = chance;
    }

    /** An order that {@code sender} brought, whosever code it carries. */
    DemoOrder order(String reference, Instant at, int codeOf, DemoPerson sender, Draw draws) {
        var known = buyers.computeIfAbsent(sender.name(), _ -> new ArrayList<>());
        var again = !known.isEmpty() && chance.is(COMES_BACK);
        var shopper = again ? chance.of(known) : newcomer(sender, draws);
        if (!again) {
            known.add(shopper);
        }
        return new DemoOrder(
                reference, codeOf, at, shopper, !again && chance.is(NEW_TO_THE_SHOP), basket(draws), aftermath());
    }

    private Shopper newcomer(DemoPerson sender, Draw draws) {
        var tags = new ArrayList<String>();
        for (var tag : TAGS) {
            if (chance.is(.2)) {
                tags.add(tag);
            }
        }
        var shopper = new Shopper(
                shoppers.size() + 1,
                chance.is(NEIGHBOUR) ? sender.region() : chance.of(DemoPerson.REGIONS),
                age(draws),
                List.copyOf(tags));
        shoppers.add(shopper);
        return shopper;
    }

    private String age(Draw draws) {
        var usual = chance.mostlyFirst(AGES);
        return !draws.ageBand().isEmpty() && draw.is(OF_THE_AGE) ? draws.ageBand() : usual;
    }

    private List<OrderLine> basket(Draw draws) {
        var lines = new ArrayList<OrderLine>();
        var products = new ArrayList<>(PRODUCTS);
        var kinds = 1 + Math.min(2, chance.count(.5));
        for (var i = 0; i < kinds; i++) {
            var product = products.remove(chance.below(products.size()));
            lines.add(new OrderLine(product.sku(), product.category(), chance.is(.15) ? 2 : 1, product.price()));
        }
        if (!draws.category().isEmpty()
                && draw.is(OF_THE_CATEGORY)
                && lines.stream().noneMatch(line -> draws.category().equals(line.category()))) {
            PRODUCTS.stream()
                    .filter(product -> product.category().equals(draws.category()))
                    .findFirst()
                    .ifPresent(product ->
                            lines.set(0, new OrderLine(product.sku(), product.category(), 1, product.price())));
        }
        return lines;
    }

    private Aftermath aftermath() {
        var dice = chance.between(0, 1);
        if (dice < .045) {
            return Aftermath.REFUNDED;
        } else if (dice < .065) {
            return Aftermath.HALF_REFUNDED;
        } else if (dice < .08) {
            return Aftermath.CANCELLED;
        }
        return dice < .083 ? Aftermath.CHARGED_BACK : Aftermath.KEPT;
    }
}
