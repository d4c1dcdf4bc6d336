package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.planner.DemoOrder.Aftermath;
import dev.herald.planner.DemoScript.Chapter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DemoScriptTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:30:00Z");
    private static final DemoScript SCRIPT = DemoScript.of(2026, NOW);
    private static final List<DemoOrder> ORDERS = SCRIPT.chapters().stream()
            .map(Chapter::orders)
            .flatMap(Collection::stream)
            .toList();

    @Test
    void the_same_seed_and_time_tell_the_same_story() {
        assertThat(DemoScript.of(2026, NOW)).isEqualTo(SCRIPT);
        assertThat(DemoScript.of(2027, NOW)).isNotEqualTo(SCRIPT);
    }

    @Test
    void it_has_186_different_people_with_heavy_tailed_followers() {
        assertThat(SCRIPT.people()).hasSize(186);
        assertThat(SCRIPT.people()).extracting(DemoPerson::name).doesNotHaveDuplicates();
        assertThat(SCRIPT.people())
                .extracting(DemoPerson::email)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.matches("[a-z.]+@example\\.com"));
        assertThat(SCRIPT.people()).extracting(DemoPerson::handle).doesNotHaveDuplicates();
        var followers = SCRIPT.people().stream()
                .map(DemoPerson::followers)
                .sorted(Comparator.reverseOrder())
                .toList();
        var all = followers.stream().mapToLong(Long::longValue).sum();
        var topTenth = followers.stream().limit(18).mapToLong(Long::longValue).sum();
        assertThat((double) topTenth / all).isBetween(.35, .65);
    }

    @Test
    void it_fills_the_last_ninety_days_up_to_now() {
        assertThat(ORDERS).hasSizeBetween(3_000, 3_600);
        assertThat(ORDERS).extracting(DemoOrder::reference).doesNotHaveDuplicates();
        assertThat(ORDERS)
                .allSatisfy(order -> assertThat(order.placedAt()).isBetween(NOW.minus(Duration.ofDays(90)), NOW));
        assertThat(ORDERS).anyMatch(order -> order.placedAt().isAfter(NOW.minus(Duration.ofHours(12))));
        SCRIPT.chapters()
                .forEach(chapter -> assertThat(chapter.orders())
                        .isSortedAccordingTo(Comparator.comparing(DemoOrder::placedAt))
                        .allSatisfy(order -> assertThat(order.placedAt())
                                .isAfterOrEqualTo(chapter.setting().startsAt(NOW))
                                .isBefore(chapter.setting().endsAt(NOW))));
    }

    @Test
    void a_launch_is_a_spike_and_saturdays_are_busier_than_mondays() {
        for (var chapter : SCRIPT.chapters()) {
            var start = chapter.setting().startsAt(NOW);
            var firstThree = chapter.orders().stream()
                    .filter(order -> order.placedAt().isBefore(start.plus(Duration.ofDays(3))))
                    .count();
            assertThat((double) firstThree / chapter.orders().size()).isGreaterThan(2 * 3 / 28.0);
        }
        var byDay = ORDERS.stream()
                .collect(Collectors.groupingBy(
                        order -> order.placedAt().atZone(ZoneOffset.UTC).getDayOfWeek(), Collectors.counting()));
        assertThat(byDay.get(java.time.DayOfWeek.SATURDAY)).isGreaterThan(byDay.get(java.time.DayOfWeek.MONDAY));
    }

    @Test
    void some_goods_come_back_and_some_buyers_too() {
        var byAftermath = ORDERS.stream().collect(Collectors.groupingBy(DemoOrder::aftermath, Collectors.counting()));
        assertThat(byAftermath).containsOnlyKeys(Aftermath.values());
        assertThat((double) byAftermath.getOrDefault(Aftermath.KEPT, 0L) / ORDERS.size())
                .isBetween(.90, .94);
        var firstOrders = ORDERS.stream().filter(DemoOrder::firstOrder).count();
        assertThat((double) firstOrders / ORDERS.size()).isBetween(.4, .6);
    }

    @Test
    void a_shopper_is_the_same_person_each_time() {
        var byNumber = ORDERS.stream()
                .map(DemoOrder::shopper)
                .distinct()
                .collect(Collectors.groupingBy(DemoOrder.Shopper::number));
        assertThat(byNumber.values()).allMatch(same -> same.size() == 1);
        assertThat(byNumber.size()).isLessThan(ORDERS.size());
    }

    @Test
    void only_personal_codes_tell_whose_they_are() {
        var blanket = SCRIPT.chapters().getFirst().orders();
        assertThat(blanket).allMatch(order -> order.person() == DemoOrder.NOBODY);
        var sellers = SCRIPT.chapters().getLast().orders().stream()
                .collect(Collectors.groupingBy(DemoOrder::person, Collectors.counting()));
        assertThat(sellers.size()).isBetween(60, 125);
        var best = sellers.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .mapToLong(n -> n)
                .sum();
        assertThat((double) best / SCRIPT.chapters().getLast().orders().size()).isGreaterThan(.3);
    }

    @Test
    void every_basket_adds_up() {
        assertThat(ORDERS).allSatisfy(order -> assertThat(order.amount()).isBetween(18_00L, 500_00L));
        assertThat(ORDERS.stream().map(DemoOrder::lines).map(List::size).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(ORDERS.stream().mapToLong(DemoOrder::amount).average().orElseThrow())
                .isBetween(50_00.0, 100_00.0);
    }
}
