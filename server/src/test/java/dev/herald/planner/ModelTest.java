package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference figures of docs/SCIENCE.md, to the digits printed there. */
final class ModelTest {

    private static final double LAST_DIGIT = .005;

    @Nested
    class Redemptions {

        @ParameterizedTest
        @CsvSource({"10, 1.21", "30, 1.18", "100, 1.11", "300, 1.00", "1000, 0.86", "3000, 0.82"})
        void of_personal_codes_over_a_blanket_code(int ambassadors, double ratio) {
            assertThat(ratio(Strategy.PERSONAL, ambassadors, Assumptions.DEFAULT))
                    .isEqualTo(ratio, within(LAST_DIGIT));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 10, 100, 300, 1_000, 3_000, 10_000, 100_000, 1_000_000, 10_000_000})
        void of_unique_codes_fall_short_of_a_blanket_code_at_every_size(int ambassadors) {
            assertThat(ratio(Strategy.UNIQUE, ambassadors, Assumptions.DEFAULT)).isLessThan(0.83);
        }

        @ParameterizedTest
        @CsvSource({"10, 0.82", "3000, 0.62"})
        void of_unique_codes_over_a_blanket_code(int ambassadors, double ratio) {
            assertThat(ratio(Strategy.UNIQUE, ambassadors, Assumptions.DEFAULT)).isEqualTo(ratio, within(LAST_DIGIT));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 10, 300, 3_000, 30_000, 200_000})
        void favour_own_codes_whenever_links_make_memory_irrelevant(int ambassadors) {
            var linked = Assumptions.DEFAULT.with(Assumption.LINK_SHARE, .8);
            assertThat(ratio(Strategy.PERSONAL, ambassadors, linked)).isGreaterThan(1);
        }

        /** The simulation of docs/SCIENCE.md, A = 300,000, scatters by a few per cent about the closed form. */
        @ParameterizedTest
        @CsvSource({"100, 250, 285", "300, 712, 716", "1000, 1946, 1707"})
        void lie_where_the_simulation_finds_them(int ambassadors, double blanket, double personal) {
            var given = Assumptions.DEFAULT.with(Assumption.AUDIENCE, 300_000);
            assertThat(redemptions(Strategy.BLANKET, ambassadors, given)).isEqualTo(blanket, within(blanket * .025));
            assertThat(redemptions(Strategy.PERSONAL, ambassadors, given)).isEqualTo(personal, within(personal * .025));
        }

        @Test
        void do_not_jump_where_the_sum_is_thinned_out() {
            var before = redemptions(Strategy.PERSONAL, 3_292, Assumptions.DEFAULT.with(Assumption.REACH, 100_000));
            for (var ambassadors = 3_293; ambassadors < 3_330; ambassadors++) {
                var now = redemptions(
                        Strategy.PERSONAL, ambassadors, Assumptions.DEFAULT.with(Assumption.REACH, 100_000));
                assertThat(now / before).isBetween(.9999, 1.0003);
                before = now;
            }
        }

        private static double ratio(Strategy strategy, int ambassadors, Assumptions given) {
            return redemptions(strategy, ambassadors, given) / redemptions(Strategy.BLANKET, ambassadors, given);
        }
    }

    @Nested
    class Tiers {

        @Test
        void of_nobody_are_a_blanket_code_and_of_everybody_personal_codes() {
            var given = Assumptions.DEFAULT;
            var nobody = Manner.tiered(given, 300, 1e-12);
            var everybody = Manner.tiered(given, 300, 1);
            assertThat(Response.redemptions(nobody.typedAs(Manner.blanket(given)), 300, given))
                    .isEqualTo(redemptions(Strategy.BLANKET, 300, given), within(.01));
            assertThat(Response.redemptions(everybody.typedAs(Manner.personal(given, 300)), 300, given))
                    .isEqualTo(redemptions(Strategy.PERSONAL, 300, given), within(.01));
        }

        /** The sum over both kinds of sightings, as docs/SCIENCE.md writes it. */
        @ParameterizedTest
        @CsvSource({"100, .4", "300, .1", "1000, .05", "3000, .2"})
        void meet_the_double_sum_over_shared_and_own_sightings(int ambassadors, double tier) {
            var given = Assumptions.DEFAULT;
            var manner = Manner.tiered(given, ambassadors, tier);
            var each = ambassadors * given.get(Assumption.REACH) / given.get(Assumption.AUDIENCE);
            var shared = PoissonDistribution.of(each * (1 - manner.tierReach()) * .45);
            var own = PoissonDistribution.of(each * manner.tierReach() * .45 * 1.35);
            var sum = 0.0;
            for (var i = 0; i < 120; i++) {
                for (var j = 0; j < 120; j++) {
                    var intent = 1 - Math.pow(1 - .004, Math.pow(i + j, .6));
                    var remembered = 1 - Math.pow(.25, i) * (1 - (j > 0 ? manner.ownRecall() : 0));
                    var bought = .35 + .65 * remembered * Response.typedRight(8, given);
                    sum += shared.probability(i) * own.probability(j) * intent * bought;
                }
            }
            var expected = 200_000 * sum / (1 - manner.wordOfMouth());
            assertThat(Response.redemptions(manner, ambassadors, given)).isEqualTo(expected, within(expected * 1e-6));
        }

        @Test
        void are_those_that_serve_the_objective_best() {
            var plan = Plan.of(Objective.AWARENESS, 1_000);
            var best = Outlook.of(plan, Strategy.TIERED);
            assertThat(Manner.of(Strategy.TIERED, plan.assumptions(), 1_000))
                    .hasSize(4)
                    .allSatisfy(manner -> assertThat(Response.redemptions(manner, 1_000, plan.assumptions()))
                            .isLessThanOrEqualTo(best.redemptions() + 1e-9));
        }
    }

    @Nested
    class The_crossover {

        @ParameterizedTest
        @CsvSource({"200000, 302", "300000, 415", "1000000, 1048", "3000000, 2640"})
        void grows_with_the_audience(double audience, int crossover) {
            assertThat(Crossover.of(Assumptions.DEFAULT.with(Assumption.AUDIENCE, audience)))
                    .hasValue(crossover);
        }

        @Test
        void does_not_exist_when_four_in_five_come_by_link() {
            assertThat(Crossover.of(Assumptions.DEFAULT.with(Assumption.LINK_SHARE, .8)))
                    .isEmpty();
        }

        @Test
        void is_at_one_when_a_blanket_code_always_wins() {
            assertThat(Crossover.of(Assumptions.DEFAULT.with(Assumption.POSTING_SHARE, 1)))
                    .hasValue(1);
        }
    }

    @Nested
    class Clean_names {

        @ParameterizedTest
        @CsvSource({
            "1, .97",
            "10, .97",
            "50, .85",
            "300, .573",
            "1000, .307",
            "5000, .115",
            "50000, .02",
            "9999999, .02",
            // Half-way in the logarithm.
            "122.474487, .7115",
            "2236.06798, .211"
        })
        void get_rarer_as_ambassadors_grow_more(double ambassadors, double share) {
            assertThat(Manner.cleanShare(ambassadors)).isEqualTo(share, within(1e-6));
        }
    }

    @Nested
    class Recognition_of_the_top_tenth {

        @ParameterizedTest
        @CsvSource({
            "0.3, .41, .66",
            "1, .59, .84",
            "2, .69, .90",
            "3, .74, .93",
            "5, .80, .96",
            "10, .85, .98",
            "20, .90, .99"
        })
        void grows_with_redemptions_per_ambassador(double redemptions, double recall, double value) {
            var found = new Recognition(redemptions, 1, .1);
            assertThat(found.recall()).isEqualTo(recall, within(LAST_DIGIT));
            assertThat(found.value()).isEqualTo(value, within(LAST_DIGIT));
        }

        @Test
        void is_chance_without_redemptions_and_complete_with_endless_ones() {
            assertThat(new Recognition(0, 1, .1).recall()).isEqualTo(.1, within(1e-6));
            assertThat(new Recognition(0, 1, .1).uplift()).isEqualTo(1, within(1e-6));
            assertThat(new Recognition(1e30, 1, .1).recall()).isEqualTo(1, within(1e-6));
            assertThat(new Recognition(1e8, 1, .1).recall()).isEqualTo(1, within(1e-3));
        }
    }

    @Nested
    class Money {

        @Test
        void of_a_blanket_order_is_its_contribution_less_leaks_and_administration() {
            var outlook = Outlook.of(Plan.of(Objective.NEW_CUSTOMERS, 300), Strategy.BLANKET);
            // 60 x (.55 - .20) = 21 an order; 15 % leaked cost 12 each; .50 an ambassador.
            assertThat(outlook.profit()).isEqualTo(outlook.redemptions() * (21 - .15 / .85 * 12) - 150, within(1e-6));
        }

        @Test
        void of_a_personal_order_also_pays_a_commission() {
            var outlook = Outlook.of(Plan.of(Objective.NEW_CUSTOMERS, 300), Strategy.PERSONAL);
            assertThat(outlook.profit())
                    .isEqualTo(outlook.redemptions() * (21 - 6 - .06 / .94 * 12) - 750, within(1e-6));
        }

        @Test
        void ends_with_the_budget() {
            var plan = new Plan(Objective.AWARENESS, 300, 0, 1_200, Plan.USUAL_CURRENCY, Assumptions.DEFAULT);
            assertThat(Outlook.of(plan, Strategy.BLANKET).redemptions()).isEqualTo(100, within(1e-9));
        }

        @Test
        void counts_what_is_learnt_as_often_as_it_will_serve() {
            var once = Outlook.of(Plan.of(Objective.LOYALTY, 300), Strategy.PERSONAL)
                    .information();
            var thrice = Outlook.of(Plan.of(Objective.FIND_TOP_AMBASSADORS, 300), Strategy.PERSONAL)
                    .information();
            assertThat(thrice).isEqualTo(3 * once, within(1e-6)).isPositive();
            assertThat(Outlook.of(Plan.of(Objective.AWARENESS, 300), Strategy.PERSONAL)
                            .information())
                    .isZero();
        }
    }

    private static double redemptions(Strategy strategy, int ambassadors, Assumptions given) {
        return Response.redemptions(Manner.of(strategy, given, ambassadors).getFirst(), ambassadors, given);
    }
}
