package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.insight.Belief;
import dev.herald.insight.Rates;
import dev.herald.insight.TrackRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LineUpTest {

    /** One redemption for each thousand reached, but it varies. */
    private static final Rates COMMON = new Rates(new Belief(1, 1), 1);

    private static final TrackRecord SELLER = person(1, 10_000, 1, 24);
    private static final TrackRecord FAMOUS = person(2, 100_000, 1, 3);
    private static final TrackRecord IDLE = person(3, 10_000, 2, 0);
    private static final TrackRecord NEWCOMER = person(4, 8_000, 0, 0);

    private static TrackRecord person(long id, long followers, double campaigns, long redemptions) {
        return new TrackRecord(new AmbassadorId(id), "Person " + id, followers, campaigns, 0, redemptions);
    }

    private static LineUpTerms terms(long budget, double exploration) {
        return new LineUpTerms(budget, 25_00, 0, 20_00, Knapsack.ANY_NUMBER, exploration);
    }

    private static List<Long> invited(LineUp lineUp) {
        return lineUp.picks().stream().map(one -> one.who().id().value()).toList();
    }

    @Nested
    class Choosing {

        @Test
        void who_sold_comes_before_who_is_followed() {
            var lineUp = LineUp.of(List.of(FAMOUS, IDLE, SELLER), COMMON, terms(25_00, 0));

            assertThat(invited(lineUp)).containsExactly(1L);
            assertThat(lineUp.byFollowers().people()).containsExactly(FAMOUS);
            assertThat(lineUp.expected().redemptions())
                    .isGreaterThan(lineUp.byFollowers().expected().redemptions());
        }

        @Test
        void the_budget_holds_and_what_is_promised_for_orders_counts_in_it() {
            var terms = new LineUpTerms(60_00, 25_00, 2_00, 20_00, Knapsack.ANY_NUMBER, 0);

            var lineUp = LineUp.of(List.of(FAMOUS, IDLE, SELLER), COMMON, terms);

            // Of SELLER 25 / 4 for each thousand, three thousand reached: 18.75 redemptions cost 25.00 + 37.50.
            assertThat(invited(lineUp)).containsExactly(2L, 3L);
            assertThat(lineUp.cost()).isLessThanOrEqualTo(60_00);
            assertThat(lineUp.isBest()).isTrue();
        }

        @Test
        void no_more_people_than_there_are_places() {
            var terms = new LineUpTerms(1_000_00, 25_00, 0, 20_00, 2, 0);

            var lineUp = LineUp.of(List.of(FAMOUS, IDLE, SELLER, NEWCOMER), COMMON, terms);

            assertThat(invited(lineUp)).containsExactly(1L, 2L);
            assertThat(lineUp.byFollowers().people()).hasSize(2);
        }

        @Test
        void a_budget_below_the_cost_of_one_invites_nobody() {
            var lineUp = LineUp.of(List.of(SELLER), COMMON, terms(24_99, 0));

            assertThat(lineUp.picks()).isEmpty();
            assertThat(lineUp.expected()).isEqualTo(Expected.NONE);
            assertThat(LineUp.of(List.of(), COMMON, terms(24_99, .2)).considered())
                    .isZero();
        }

        @Test
        void who_costs_nothing_is_always_invited() {
            var terms = new LineUpTerms(1, 0, 0, 20_00, Knapsack.ANY_NUMBER, .1);

            assertThat(LineUp.of(List.of(SELLER, IDLE, NEWCOMER), COMMON, terms).picks())
                    .hasSize(3);
        }
    }

    @Nested
    class Exploring {

        @Test
        void a_share_of_the_budget_is_for_those_of_whom_nothing_is_known() {
            var people = new ArrayList<TrackRecord>();
            for (var id = 10; id < 20; id++) {
                people.add(person(id, 10_000, 3, 40));
            }
            people.add(NEWCOMER);

            var without = LineUp.of(people, COMMON, terms(250_00, 0));
            var with = LineUp.of(people, COMMON, terms(250_00, .15));

            assertThat(invited(without)).hasSize(10).doesNotContain(4L);
            assertThat(with.picks()).hasSize(10);
            assertThat(with.picks().getLast().who()).isEqualTo(NEWCOMER);
            assertThat(with.picks()).filteredOn(LineUp.Pick::exploring).hasSize(1);
            assertThat(with.expected().redemptions())
                    .isLessThan(without.expected().redemptions());
        }

        @Test
        void who_had_his_chance_is_not_tried_again() {
            var candidate = Candidate.of(person(5, 20_000, 3, 0), COMMON);

            assertThat(candidate.isUnclear()).isFalse();
            assertThat(Candidate.of(NEWCOMER, COMMON).isUnclear()).isTrue();
        }

        @Test
        void who_is_invited_anyway_takes_no_place_of_those_to_find_out_about() {
            var lineUp = LineUp.of(List.of(NEWCOMER, SELLER), COMMON, terms(50_00, .5));

            assertThat(invited(lineUp)).containsExactlyInAnyOrder(1L, 4L);
        }
    }

    @Nested
    class Figures {

        @Test
        void add_up() {
            var lineUp = LineUp.of(List.of(FAMOUS, SELLER), COMMON, terms(100_00, 0));

            assertThat(lineUp.expected().redemptions())
                    .isEqualTo(
                            lineUp.picks().stream()
                                    .mapToDouble(one -> one.expected().redemptions())
                                    .sum(),
                            within(1e-9));
            assertThat(lineUp.cost()).isEqualTo(50_00);
            assertThat(lineUp.most()).isEqualTo(lineUp.expected().redemptions(), within(.002));
            // 25 / (1 + 3) for each thousand, three thousand reached, 20.00 each.
            assertThat(lineUp.picks().getFirst().contribution()).isEqualTo(375_00);
            assertThat(lineUp.picks().getFirst().leaves()).isEqualTo(350_00);
        }

        @Test
        void of_many_together_are_surer_than_of_one() {
            var one = Expected.of(10, 30);
            var hundred = Expected.of(1_000, 3_000);

            assertThat(one.low()).isLessThan(10).isGreaterThan(0);
            assertThat(one.high()).isGreaterThan(10);
            assertThat((hundred.high() - hundred.low()) / hundred.redemptions())
                    .isLessThan((one.high() - one.low()) / one.redemptions());
            // The normal distribution is near by then: 1,000 and 1.2816 times the root of 3,000.
            assertThat(hundred.high()).isEqualTo(1_070, within(3.0));
        }
    }

    @Nested
    class Reasons {

        @Test
        void tell_what_was_seen() {
            assertThat(reason(SELLER, false)).isEqualTo("Sold 24 with 3,000 reached: about 6.3 for each thousand.");
            assertThat(reason(IDLE, false)).isEqualTo("Sold nothing yet with 6,000 reached, but has 10,000 followers.");
            assertThat(reason(IDLE, true))
                    .isEqualTo("Sold nothing yet with 6,000 reached: too few to tell, so this is to find out.");
            assertThat(reason(person(6, 1_000, 1, 1), true))
                    .isEqualTo("Sold 1 with 300 reached: promising, but too little to be sure.");
            assertThat(reason(NEWCOMER, true)).isEqualTo("New: never had a code, so this is to find out.");
            assertThat(reason(NEWCOMER, false))
                    .isEqualTo("New: never had a code, and 8,000 followers would make up for the usual rate.");
        }

        private static String reason(TrackRecord record, boolean exploring) {
            return LineUpWords.reason(Candidate.of(record, COMMON), exploring);
        }
    }

    @Test
    void five_thousand_are_looked_through_in_well_under_a_second() {
        var random = new SplittableRandom(11);
        var people = new ArrayList<TrackRecord>();
        for (var id = 0; id < 5_000; id++) {
            var followers = Math.round(5_000 * Math.exp(1.2 * random.nextGaussian() - .72));
            people.add(person(id, followers, random.nextInt(4), random.nextInt(12)));
        }
        var terms = new LineUpTerms(20_000_00, 25_00, 4_80, 16_20, 600, .15);
        LineUp.of(people, COMMON, terms);
        var began = System.nanoTime();

        var lineUp = LineUp.of(people, COMMON, terms);

        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "5,000 candidates: %d ms, %d invited, best %s, at most %.3f redemptions more%n",
                took.toMillis(),
                lineUp.picks().size(),
                lineUp.isBest(),
                lineUp.most() - lineUp.expected().redemptions());
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        assertThat(lineUp.cost()).isLessThanOrEqualTo(20_000_00);
    }
}
