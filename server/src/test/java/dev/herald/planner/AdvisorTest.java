package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.planner.Advice.Alternative;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdvisorTest {

    @Nested
    class By_objective {

        @ParameterizedTest
        @CsvSource({
            "AWARENESS, 30, PERSONAL",
            "AWARENESS, 300, TIERED",
            "AWARENESS, 800, TIERED",
            "AWARENESS, 5000, TIERED",
            "NEW_CUSTOMERS, 300, BLANKET",
            "LOYALTY, 1, PERSONAL",
            "LOYALTY, 300, PERSONAL",
            "LOYALTY, 302, PERSONAL",
            "LOYALTY, 303, TIERED",
            "FIND_TOP_AMBASSADORS, 10, PERSONAL",
            "FIND_TOP_AMBASSADORS, 300, PERSONAL",
            "FIND_TOP_AMBASSADORS, 5000, PERSONAL",
            "FIND_TOP_AMBASSADORS, 20000, TIERED",
            "KNOW_AUDIENCE, 300, PERSONAL"
        })
        void advises(Objective objective, int ambassadors, Strategy strategy) {
            assertThat(Advisor.advise(Plan.of(objective, ambassadors)).strategy())
                    .isEqualTo(strategy);
        }

        /** The seed's rule of thumb: several hundred for awareness share a code, up to 300 for loyalty have their own. */
        @ParameterizedTest
        @EnumSource(names = {"LOYALTY", "FIND_TOP_AMBASSADORS"})
        void gives_own_codes_up_to_three_hundred(Objective objective) {
            for (var ambassadors = 1; ambassadors <= 300; ambassadors += 13) {
                assertThat(Advisor.advise(Plan.of(objective, ambassadors)).strategy())
                        .as("%s with %d", objective, ambassadors)
                        .isIn(Strategy.PERSONAL, Strategy.UNIQUE);
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 700, 1_500, 5_000, 50_000})
        void shares_a_code_among_several_hundred_for_awareness(int ambassadors) {
            assertThat(Advisor.advise(Plan.of(Objective.AWARENESS, ambassadors)).strategy())
                    .isIn(Strategy.BLANKET, Strategy.TIERED);
        }

        @Test
        void prices_the_commission() {
            var unpaid = Assumptions.DEFAULT.with(Assumption.COMMISSION, 0).with(Assumption.ADMIN_OWN, .5);
            var plan = Plan.of(Objective.NEW_CUSTOMERS, 100);
            assertThat(Advisor.advise(plan).strategy()).isEqualTo(Strategy.BLANKET);
            assertThat(Advisor.advise(plan.with(unpaid)).strategy()).isEqualTo(Strategy.PERSONAL);
        }

        @Test
        void follows_the_brands_own_audience() {
            var large = Assumptions.DEFAULT.with(Assumption.AUDIENCE, 1_000_000);
            assertThat(Advisor.advise(Plan.of(Objective.AWARENESS, 200).with(large))
                            .strategy())
                    .isEqualTo(Strategy.PERSONAL);
        }

        @ParameterizedTest
        @EnumSource(Objective.class)
        void answers_without_knowing_anything_else(Objective objective) {
            var expected = switch (objective) {
                case AWARENESS -> Strategy.TIERED;
                case NEW_CUSTOMERS -> Strategy.BLANKET;
                case LOYALTY, FIND_TOP_AMBASSADORS, KNOW_AUDIENCE -> Strategy.PERSONAL;
            };
            assertThat(Advisor.strategyFor(objective)).isEqualTo(expected);
        }
    }

    @Nested
    class Alternatives {

        @ParameterizedTest
        @EnumSource(Objective.class)
        void are_all_there_the_chosen_first(Objective objective) {
            var advice = Advisor.advise(Plan.of(objective, 186));
            assertThat(advice.alternatives().getFirst().outlook().strategy()).isEqualTo(advice.strategy());
            assertThat(advice.alternatives())
                    .extracting(one -> one.outlook().strategy())
                    .containsExactlyInAnyOrder(Strategy.values());
        }

        @Test
        void lie_within_their_intervals() {
            assertThat(Advisor.advise(Plan.of(Objective.LOYALTY, 186)).alternatives())
                    .allSatisfy(one -> {
                        assertThat(one.outlook().redemptions())
                                .isBetween(
                                        one.redemptions().low(),
                                        one.redemptions().high());
                        assertThat(one.outlook().profit())
                                .isBetween(one.profit().low(), one.profit().high());
                    });
        }

        @Test
        void are_explained_by_factors_that_multiply_to_the_difference() {
            var advice = Advisor.advise(Plan.of(Objective.LOYALTY, 300));
            var blanket = of(advice, Strategy.BLANKET).outlook().redemptions();
            assertThat(advice.alternatives()).allSatisfy(one -> {
                var because = one.breakdown();
                assertThat(because.sharing()
                                * because.saturation()
                                * because.recall()
                                * because.typing()
                                * because.wordOfMouth())
                        .isEqualTo(one.outlook().redemptions() / blanket, within(1e-9));
            });
        }

        @Test
        void take_the_brands_own_expectation_for_the_blanket_code() {
            var plan =
                    new Plan(Objective.AWARENESS, 186, 5_000, Plan.NO_BUDGET, Plan.USUAL_CURRENCY, Assumptions.DEFAULT);
            var advice = Advisor.advise(plan);
            var blanket = of(advice, Strategy.BLANKET);
            assertThat(blanket.outlook().redemptions()).isEqualTo(5_000, within(1e-6));
            assertThat(blanket.redemptions().low()).isEqualTo(4_000, within(150.0));
            assertThat(blanket.redemptions().high()).isEqualTo(6_250, within(250.0));
        }

        @Test
        void end_with_the_budget() {
            var plan = new Plan(Objective.AWARENESS, 186, 0, 1_200, Plan.USUAL_CURRENCY, Assumptions.DEFAULT);
            var advice = Advisor.advise(plan);
            assertThat(advice.alternatives())
                    .allSatisfy(one -> assertThat(one.outlook().redemptions()).isEqualTo(100, within(1e-6)));
            assertThat(advice.reasons()).anySatisfy(reason -> assertThat(reason).contains("budget", "100 orders"));
        }
    }

    @Nested
    class Confidence {

        @Test
        void is_about_even_where_two_strategies_are_and_grows_away_from_there() {
            var near = Advisor.advise(Plan.of(Objective.AWARENESS, 100)).confidence();
            var far = Advisor.advise(Plan.of(Objective.AWARENESS, 5_000)).confidence();
            assertThat(near).isBetween(.4, .6);
            assertThat(far).isGreaterThan(.9);
        }

        @Test
        void and_all_else_is_the_same_each_time() {
            var plan = Plan.of(Objective.LOYALTY, 186);
            assertThat(Advisor.advise(plan)).isEqualTo(Advisor.advise(plan));
        }
    }

    @Nested
    class Sensitivity {

        @Test
        void starts_with_what_would_change_the_advice() {
            var advice = Advisor.advise(Plan.of(Objective.AWARENESS, 80));
            var first = advice.sensitivity().getFirst();
            assertThat(first.strategyLow() == advice.strategy() && first.strategyHigh() == advice.strategy())
                    .isFalse();
            assertThat(advice.sensitivity())
                    .extracting(Advice.Sensitivity::assumption)
                    .contains(Assumption.AUDIENCE, Assumption.LINK_SHARE);
        }

        @Test
        void is_none_of_what_the_brand_told_and_of_what_does_not_matter() {
            var told = new Assumptions(java.util.Map.of(Assumption.MARGIN, .5), java.util.Set.of(Assumption.MARGIN));
            var doubtful = Advisor.advise(Plan.of(Objective.NEW_CUSTOMERS, 186));
            var known = Advisor.advise(Plan.of(Objective.NEW_CUSTOMERS, 186).with(told));
            assertThat(swing(doubtful, Assumption.MARGIN)).isPositive();
            assertThat(swing(known, Assumption.MARGIN)).isZero();
            var awareness = Advisor.advise(Plan.of(Objective.AWARENESS, 186));
            assertThat(swing(awareness, Assumption.MARGIN)).isZero();
            assertThat(swing(awareness, Assumption.SHIPPING)).isZero();
        }

        private static double swing(Advice advice, Assumption assumption) {
            return advice.sensitivity().stream()
                    .filter(one -> one.assumption() == assumption)
                    .findFirst()
                    .orElseThrow()
                    .swing();
        }
    }

    @Nested
    class Reasons {

        @Test
        void give_figures_and_say_what_would_be_best_beyond_the_crossover() {
            var advice = Advisor.advise(Plan.of(Objective.LOYALTY, 186));
            assertThat(advice.crossover()).hasValue(302);
            assertThat(advice.reasons())
                    .anySatisfy(reason ->
                            assertThat(reason).contains("up to about 300 ambassadors", "tiered codes would be best"))
                    .anySatisfy(reason -> assertThat(reason).contains("460 redemptions", "436", "+6 %"))
                    .anySatisfy(reason -> assertThat(reason).contains("Of your 19 best sellers", "about 15"));
        }

        @ParameterizedTest
        @EnumSource(Objective.class)
        void speak_of_one_as_of_one_and_of_no_change_as_of_none(Objective objective) {
            for (var ambassadors : new int[] {1, 5, 50, 300, 1_000}) {
                assertThat(Advisor.advise(Plan.of(objective, ambassadors)).reasons())
                        .allSatisfy(reason -> assertThat(reason)
                                .doesNotContainPattern(
                                        "(?<![0-9.,])1 (ambassadors|redemptions|best sellers|campaigns|people)\\b")
                                .doesNotContain("+0 %", "-0 %"));
            }
        }

        @Test
        void write_no_cents_that_nobody_knows() {
            var usd = Plan.USUAL_CURRENCY;
            assertThat(Words.money(90.3812, usd)).isEqualTo("90 USD");
            assertThat(Words.money(12.5, usd)).isEqualTo("12.50 USD");
            assertThat(Words.money(60, usd)).isEqualTo("60 USD");
            assertThat(Words.money(60 * (.55 - .2), usd)).isEqualTo("21 USD");
            assertThat(Words.money(6.0371, usd)).isEqualTo("6 USD");
            assertThat(Words.money(.5, usd)).isEqualTo("0.50 USD");
            assertThat(Words.money(4.2, usd)).isEqualTo("4.20 USD");
            assertThat(Words.money(-1234.4, usd)).isEqualTo("-1,234 USD");
        }

        @Test
        void warn_of_an_offer_that_eats_the_margin() {
            var generous = Assumptions.DEFAULT.with(Assumption.DISCOUNT, .6);
            var plan = Plan.of(Objective.AWARENESS, 186);
            assertThat(Advisor.advise(plan.with(generous)).reasons())
                    .anySatisfy(reason -> assertThat(reason).contains("loses money"));
            assertThat(Advisor.advise(plan).reasons())
                    .noneSatisfy(reason -> assertThat(reason).contains("loses money"));
        }

        @ParameterizedTest
        @EnumSource(Objective.class)
        void never_show_a_figure_that_is_none(Objective objective) {
            for (var ambassadors : new int[] {1, 2, 40, 400, 40_000, Plan.MOST_AMBASSADORS}) {
                assertThat(Advisor.advise(Plan.of(objective, ambassadors)).reasons())
                        .allSatisfy(reason -> assertThat(reason).doesNotContain("NaN", "Infinity", "null"));
            }
        }
    }

    private static Alternative of(Advice advice, Strategy strategy) {
        return advice.alternatives().stream()
                .filter(one -> one.outlook().strategy() == strategy)
                .findFirst()
                .orElseThrow();
    }
}
