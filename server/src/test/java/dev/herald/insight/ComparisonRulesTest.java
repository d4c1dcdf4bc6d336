package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.insight.ComparedSide.MemberReach;
import dev.herald.insight.Difference.Reason;
import dev.herald.insight.Difference.Reckoned;
import dev.herald.insight.Difference.Told;
import dev.herald.insight.Difference.Unknown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonRulesTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int PAIRS = 1_000;

    /** Both campaigns are truly alike, so the ratio is 1 and the difference of shares is 0. */
    @Nested
    class Over_a_thousand_pairs_of_campaigns_the_interval_holds_the_truth {

        @Test
        void of_redemptions_for_the_people_reached() {
            var covered = 0;
            for (var seed = 0; seed < PAIRS; seed++) {
                var one = SimulatedCampaign.of(100 + seed % 100, 5, seed);
                var other = SimulatedCampaign.of(150, 3, seed + 100_000L);
                covered += holds(reached(sold(one.seen(), true), sold(other.seen(), true)), 1) ? 1 : 0;
            }
            assertThat((double) covered / PAIRS).isBetween(0.75, 0.85);
        }

        @Test
        void also_where_one_of_them_has_a_blanket_code() {
            var covered = 0;
            for (var seed = 0; seed < PAIRS; seed++) {
                var one = SimulatedCampaign.of(100 + seed % 100, 5, seed);
                var other = SimulatedCampaign.of(150, 3, seed + 100_000L);
                covered += holds(reached(sold(one.seen(), true), sold(other.seen(), false)), 1) ? 1 : 0;
            }
            assertThat((double) covered / PAIRS).isBetween(0.75, 0.85);
        }

        @Test
        void of_new_customers() {
            var random = new Random(7);
            var covered = 0;
            for (var i = 0; i < PAIRS; i++) {
                var one = new Totals(80, 0, binomial(random, 80, 0.3), 0, 0);
                var other = new Totals(200, 0, binomial(random, 200, 0.3), 0, 0);
                covered += holds(differences(side(one), side(other)).get(1), 0) ? 1 : 0;
            }
            assertThat((double) covered / PAIRS).isBetween(0.77, 0.83);
        }

        @Test
        void of_revenue() {
            var random = new Random(8);
            var covered = 0;
            for (var i = 0; i < PAIRS; i++) {
                covered += holds(
                                differences(days(random, 30, 8), days(random, 20, 15))
                                        .get(2),
                                1)
                        ? 1
                        : 0;
            }
            assertThat((double) covered / PAIRS).isBetween(0.76, 0.84);
        }

        private static long binomial(Random random, int n, double p) {
            return random.doubles(n).filter(one -> one < p).count();
        }

        private static ComparedSide days(Random random, int days, int orders) {
            var all = new ArrayList<DayTotals>();
            for (var day = 0; day < days; day++) {
                var placed = random.nextInt(2 * orders);
                var revenue = random.doubles(placed)
                        .map(one -> -6_000 * Math.log(one))
                        .sum();
                all.add(new DayTotals(FIRST.plusDays(day), new Totals(placed, 0, 0, (long) revenue, 0)));
            }
            return new ComparedSide(EURO, Insights.sum(all), reach(10), List.of(), all);
        }
    }

    @Nested
    class A_difference {

        @Test
        void is_told_where_it_is_larger_than_chance() {
            var strong = reached(
                    sold(Collections.nCopies(60, new Observation(9, 1)), true),
                    sold(Collections.nCopies(60, new Observation(3, 1)), true));
            assertThat(strong.told()).isEqualTo(Told.HIGHER);
            assertThat(strong.estimate()).isEqualTo(3, within(0.02));
            assertThat(strong.first()).isEqualTo(9);

            var weak = reached(
                    sold(Collections.nCopies(20, new Observation(1, 1)), true),
                    sold(Collections.nCopies(21, new Observation(1, 1)), true));
            assertThat(weak.told()).isEqualTo(Told.NO_DIFFERENCE_YET);
            assertThat(weak.low()).isLessThan(1);
            assertThat(weak.high()).isGreaterThan(1);
        }

        @Test
        void turns_around_with_the_campaigns() {
            var one = side(new Totals(80, 0, 60, 0, 0));
            var other = side(new Totals(90, 0, 20, 0, 0));
            var there = (Reckoned) differences(one, other).get(1);
            var back = (Reckoned) differences(other, one).get(1);

            assertThat(there.told()).isEqualTo(Told.HIGHER);
            assertThat(back.told()).isEqualTo(Told.LOWER);
            assertThat(back.low()).isEqualTo(-there.high(), within(1e-12));
        }

        @Test
        void is_not_told_of_nothing() {
            var nobody = new ComparedSide(EURO, Totals.NONE, new MemberReach(0, 0, 0), List.of(), List.of());
            assertThat(differences(nobody, side(new Totals(5, 0, 1, 500, 0))))
                    .containsExactly(
                            new Unknown(Measure.REDEMPTIONS_PER_THOUSAND_REACHED, Reason.NO_MEMBERS),
                            new Unknown(Measure.NEW_CUSTOMER_SHARE, Reason.NO_REDEMPTIONS),
                            new Unknown(Measure.REVENUE_PER_REDEMPTION, Reason.NO_REDEMPTIONS));
            assertThat(differences(side(Totals.NONE), side(Totals.NONE)).getFirst())
                    .isEqualTo(new Unknown(Measure.REDEMPTIONS_PER_THOUSAND_REACHED, Reason.NO_REDEMPTIONS));
        }

        @Test
        void of_revenue_needs_one_currency_and_some_days() {
            var euros = side(new Totals(5, 0, 1, 500, 0));
            var yen = new ComparedSide(
                    Currency.getInstance("JPY"), euros.totals(), euros.reach(), List.of(), euros.days());
            assertThat(differences(euros, yen).get(2))
                    .isEqualTo(new Unknown(Measure.REVENUE_PER_REDEMPTION, Reason.OTHER_CURRENCY));
            assertThat(differences(euros, euros).get(2))
                    .isEqualTo(new Unknown(Measure.REVENUE_PER_REDEMPTION, Reason.TOO_FEW_DAYS));
        }
    }

    private static boolean holds(Difference difference, double truth) {
        return difference instanceof Reckoned it && it.low() <= truth && truth <= it.high();
    }

    private static Reckoned reached(ComparedSide first, ComparedSide second) {
        return (Reckoned) differences(first, second).getFirst();
    }

    private static List<Difference> differences(ComparedSide first, ComparedSide second) {
        return ComparisonRules.differences(first, second);
    }

    private static ComparedSide sold(List<Observation> seen, boolean known) {
        var redemptions = seen.stream().mapToLong(Observation::redemptions).sum();
        var reach = new MemberReach(
                seen.size(),
                seen.stream().mapToDouble(Observation::exposure).sum(),
                seen.stream()
                        .mapToDouble(one -> one.exposure() * one.exposure())
                        .sum());
        return new ComparedSide(EURO, new Totals(redemptions, 0, 0, 0, 0), reach, known ? seen : List.of(), List.of());
    }

    private static ComparedSide side(Totals totals) {
        return new ComparedSide(EURO, totals, reach(10), List.of(), List.of(new DayTotals(FIRST, totals)));
    }

    private static MemberReach reach(int members) {
        return new MemberReach(members, members * 1.5, members * 2.25);
    }
}
