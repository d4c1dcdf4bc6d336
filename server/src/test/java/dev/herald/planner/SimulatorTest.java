package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.planner.SimulatedOrder.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SimulatorTest {

    /** A few by default; ./dev model runs hundreds. */
    private static final int SEEDS = Integer.getInteger("herald.model.seeds", 60);

    private static final List<Strategy> STRATEGIES = List.of(Strategy.values());

    private static Plan plan(int ambassadors) {
        return Plan.of(Objective.AWARENESS, ambassadors).with(Assumptions.DEFAULT.with(Assumption.AUDIENCE, 300_000));
    }

    private static Plan small() {
        var given = Assumptions.DEFAULT.with(Assumption.AUDIENCE, 20_000).with(Assumption.REACH, 1_000);
        return Plan.of(Objective.AWARENESS, 60).with(given);
    }

    private static double mean(Plan plan, Strategy strategy, SimulatorSetting setting, int seeds) {
        return LongStream.range(0, seeds)
                .mapToInt(seed -> Simulator.run(plan, strategy, setting, seed).redemptions())
                .average()
                .orElseThrow();
    }

    @Nested
    class In_the_plain_setting {

        /**
         * Who is drawn moves the outcome more than all else. What those who post can bring, reach x quality summed, has a
         * known mean, so most of that is taken out as a control variate; the mean stays without bias.
         */
        @ParameterizedTest
        @CsvSource({
            "100, BLANKET",
            "100, PERSONAL",
            "300, BLANKET",
            "300, UNIQUE",
            "300, PERSONAL",
            "1000, BLANKET",
            "1000, PERSONAL",
            "300, TIERED",
            "1000, TIERED"
        })
        void the_mean_meets_the_closed_form(int ambassadors, Strategy strategy) {
            var plan = plan(ambassadors);
            var manner = Outlook.of(plan, strategy).manner();
            var expected = Response.redemptions(manner, ambassadors, plan.assumptions());
            var counts = new double[SEEDS];
            var powers = new double[SEEDS];
            for (var seed = 0; seed < SEEDS; seed++) {
                var simulated = Simulator.run(plan, strategy, SimulatorSetting.PLAIN, seed);
                counts[seed] = simulated.redemptions();
                powers[seed] = power(simulated.cast());
            }
            var meanPower = ambassadors * manner.posting() * Assumption.REACH.value;
            var slope = covariance(counts, powers) / covariance(powers, powers);
            var rest = IntStream.range(0, SEEDS)
                    .mapToDouble(i -> counts[i] - slope * (powers[i] - meanPower))
                    .toArray();
            var mean = Arrays.stream(rest).average().orElseThrow();
            var error = Math.sqrt(covariance(rest, rest) / SEEDS);
            System.out.printf(
                    Locale.ROOT,
                    "N = %d, %s: closed form %.1f, simulated %.1f (%+.2f %%), standard error %.1f (%.2f %%), raw mean %.1f"
                            + " (standard error %.1f), %d seeds%n",
                    ambassadors,
                    strategy,
                    expected,
                    mean,
                    100 * (mean / expected - 1),
                    error,
                    100 * error / expected,
                    Arrays.stream(counts).average().orElseThrow(),
                    Math.sqrt(covariance(counts, counts) / SEEDS),
                    SEEDS);
            assertThat(Math.abs(mean - expected)).isLessThan(Math.max(4 * error, .03 * expected));
            assertThat(error).isLessThan(.03 * expected);
        }

        private static double power(SimulatedCast cast) {
            return IntStream.range(0, cast.size())
                    .filter(i -> cast.posts(i) > 0)
                    .mapToDouble(i -> cast.reach(i) * cast.quality(i))
                    .sum();
        }

        private static double covariance(double[] a, double[] b) {
            var meanA = Arrays.stream(a).average().orElseThrow();
            var meanB = Arrays.stream(b).average().orElseThrow();
            return IntStream.range(0, a.length)
                            .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
                            .sum()
                    / (a.length - 1);
        }
    }

    @Nested
    class Always {

        @ParameterizedTest
        @EnumSource
        void the_same_seed_gives_the_same_story_and_another_seed_another(Strategy strategy) {
            var story = Simulator.run(small(), strategy, SimulatorSetting.USUAL, 7);
            assertThat(Simulator.run(small(), strategy, SimulatorSetting.USUAL, 7)
                            .orders())
                    .isEqualTo(story.orders())
                    .isNotEmpty();
            assertThat(Simulator.run(small(), strategy, SimulatorSetting.USUAL, 8)
                            .orders())
                    .isNotEqualTo(story.orders());
        }

        @Test
        void leaks_only_add() {
            for (var strategy : STRATEGIES) {
                for (var seed = 0; seed < 20; seed++) {
                    var tight = Simulator.run(small(), strategy, SimulatorSetting.USUAL.leaking(false), seed);
                    var leaky = Simulator.run(small(), strategy, SimulatorSetting.USUAL, seed);
                    assertThat(leaky.orders())
                            .filteredOn(order -> !order.isLeaked())
                            .isEqualTo(tight.orders());
                    assertThat(tight.leaked()).isZero();
                    assertThat(leaky.profit()).isLessThanOrEqualTo(tight.profit());
                }
            }
        }

        @Test
        void leaks_are_the_assumed_share_in_the_mean() {
            for (var strategy : List.of(Strategy.BLANKET, Strategy.PERSONAL)) {
                var stories = LongStream.range(0, 200)
                        .mapToObj(seed -> Simulator.run(small(), strategy, SimulatorSetting.USUAL, seed))
                        .toList();
                var leaked = stories.stream().mapToInt(Simulated::leaked).sum();
                var all = stories.stream().mapToInt(one -> one.orders().size()).sum();
                var share = Outlook.of(small(), strategy).manner().leak();
                assertThat((double) leaked / all).isEqualTo(share, within(.25 * share));
            }
        }

        @Test
        void more_reach_never_brings_fewer_redemptions_in_the_mean() {
            for (var strategy : STRATEGIES) {
                var before = 0.0;
                for (var reach : List.of(250.0, 1_000.0, 4_000.0)) {
                    var plan = small().with(small().assumptions().with(Assumption.REACH, reach));
                    var now = mean(plan, strategy, SimulatorSetting.USUAL, 40);
                    assertThat(now).isGreaterThan(before);
                    before = now;
                }
            }
        }

        @Test
        void forgetting_costs_redemptions_and_links_save_them() {
            var without = new SimulatorSetting(12, false, true, false);
            var with = new SimulatorSetting(12, true, true, false);
            assertThat(mean(small(), Strategy.BLANKET, with, 40))
                    .isLessThan(mean(small(), Strategy.BLANKET, without, 40));
            var linked = small().with(small().assumptions().with(Assumption.LINK_SHARE, 1));
            var story = Simulator.run(linked, Strategy.UNIQUE, with, 3);
            assertThat(story.lost()).isZero();
            assertThat(story.orders()).noneMatch(order -> order.cause() == Cause.MEMORY);
        }

        @Test
        void every_order_has_a_cause_that_came_before_it() {
            var story = Simulator.run(small(), Strategy.PERSONAL, SimulatorSetting.USUAL, 5);
            var first = new double[story.cast().size()];
            Arrays.fill(first, Double.POSITIVE_INFINITY);
            for (var post = story.cast().postCount() - 1; post >= 0; post--) {
                first[story.cast().postBy(post)] = story.cast().postAt(post);
            }
            assertThat(story.orders()).allMatch(order -> order.hours() >= first[order.ambassador()]);
            assertThat(Arrays.stream(story.redemptionsOfEach()).sum()).isEqualTo(story.redemptions());
            assertThat(Arrays.stream(story.course()).sum())
                    .isEqualTo(story.orders().size());
            assertThat(story.newCustomers()).isBetween(1, story.redemptions());
        }

        @Test
        void leaked_orders_come_from_new_regions_without_a_click_and_answer_no_survey() {
            var leaked = LongStream.range(0, 10)
                    .mapToObj(seed -> Simulator.run(small(), Strategy.BLANKET, SimulatorSetting.USUAL, seed))
                    .flatMap(story -> story.orders().stream())
                    .filter(SimulatedOrder::isLeaked)
                    .toList();
            assertThat(leaked)
                    .isNotEmpty()
                    .allMatch(order -> !order.clicked() && order.region() >= 12)
                    .allMatch(order -> order.named() == SimulatedOrder.NOBODY);
        }

        @Test
        void three_buyers_of_ten_answer_the_survey_and_most_of_them_are_right() {
            var orders = LongStream.range(0, 40)
                    .mapToObj(seed -> Simulator.run(small(), Strategy.BLANKET, SimulatorSetting.PLAIN, seed))
                    .flatMap(story -> story.orders().stream())
                    .toList();
            var answers = orders.stream()
                    .filter(order -> order.named() != SimulatedOrder.NOBODY)
                    .toList();
            var right = answers.stream()
                    .filter(order -> order.named() == order.ambassador())
                    .count();
            assertThat((double) answers.size() / orders.size()).isEqualTo(.3, within(.03));
            // Some of the wrong ones hit the right one by chance.
            assertThat((double) right / answers.size()).isBetween(.82, .92);
        }

        @Test
        void a_budget_ends_the_campaign() {
            var poor = new Plan(Objective.AWARENESS, 60, 0, 12 * 10.5, Plan.USUAL_CURRENCY, small().assumptions());
            assertThat(Simulator.run(poor, Strategy.BLANKET, SimulatorSetting.USUAL, 1)
                            .orders())
                    .hasSize(10);
        }

        @Test
        void what_the_brand_expects_of_a_blanket_code_is_about_what_comes() {
            var expecting = new Plan(
                    Objective.AWARENESS,
                    300,
                    2_000,
                    Plan.NO_BUDGET,
                    Plan.USUAL_CURRENCY,
                    plan(300).assumptions());
            assertThat(mean(expecting, Strategy.BLANKET, SimulatorSetting.PLAIN, 40))
                    .isEqualTo(2_000, within(400.0));
        }
    }
}
