package dev.herald.planner;

import dev.herald.campaign.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to the demo brand in its last 90 days. Pure: the same seed and time give the same story. */
record DemoScript(List<DemoPerson> people, List<Chapter> chapters) {

    /** One campaign with its orders, oldest first. */
    record Chapter(DemoSetting setting, List<DemoOrder> orders) {

        Chapter {
            orders = List.copyOf(orders);
        }
    }

    private static final int ORDERS_EACH = 1_100;
    private static final int FIRST_REFERENCE = 10_001;

    DemoScript {
        people = List.copyOf(people);
        chapters = List.copyOf(chapters);
    }

    static DemoScript of(long seed, Instant now) {
        var chance = new Chance(seed);
        var people = DemoPerson.all(chance.split());
        var shop = new DemoShop(chance.split());
        var chapters = new ArrayList<Chapter>();
        for (var setting : DemoSetting.ALL) {
            chapters.add(chapter(setting, now, people, shop, chance.split()));
        }
        return new DemoScript(people, chapters);
    }

    private static Chapter chapter(
            DemoSetting setting, Instant now, List<DemoPerson> people, DemoShop shop, Chance chance) {
        var shared = setting.strategy() == Strategy.BLANKET;
        var until = setting.isPast() ? setting.endsAt(now) : now;
        var traffic = new DemoTraffic(setting.startsAt(now), until, shared, ORDERS_EACH);
        var orders = new ArrayList<DemoOrder>();
        for (var visit : traffic.visits(people, chance)) {
            var reference = setting.slug() + "-" + (FIRST_REFERENCE + orders.size());
            var codeOf = shared ? DemoOrder.NOBODY : visit.person();
            orders.add(shop.order(reference, visit.at(), codeOf, people.get(visit.person()), setting.draws()));
        }
        return new Chapter(setting, orders);
    }
}
