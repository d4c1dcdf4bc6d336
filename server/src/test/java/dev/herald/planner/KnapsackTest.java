package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnapsackTest {

    private static final int SMALL = 12;

    /** How values and costs hang together; each is hard in a way of its own. */
    enum Kind {
        APART,
        FEE_AND_SHARE,
        SAME_COST,
        SHARE_ONLY,
        SOME_FOR_NOTHING,
        MANY_ALIKE;

        Knapsack drawn(int size, SplittableRandom random) {
            var values = new long[size];
            var costs = new long[size];
            var sum = 0L;
            for (var i = 0; i < size; i++) {
                values[i] = Math.round(Math.exp(random.nextGaussian()) * 3_000);
                costs[i] = switch (this) {
                    case APART -> 1 + random.nextLong(5_000);
                    case FEE_AND_SHARE -> 2_500 + Math.round(values[i] * .6);
                    case SAME_COST -> 2_500;
                    case SHARE_ONLY -> values[i] * 3;
                    case SOME_FOR_NOTHING -> random.nextInt(3) == 0 ? 0 : random.nextLong(5_000);
                    case MANY_ALIKE -> {
                        values[i] = 500L * (1 + i % 3);
                        yield 700L * (1 + i % 3);
                    }
                };
                sum += costs[i];
            }
            return new Knapsack(values, costs, random.nextLong(sum + 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_few_the_best_is_found_whatever_they_cost(Kind kind) {
        for (var seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            var knapsack = kind.drawn(1 + random.nextInt(SMALL), random);

            var choice = knapsack.best();

            assertThat(choice.value()).as("seed " + seed).isEqualTo(byForce(knapsack, SMALL));
            assertThat(choice.isBest()).as("seed " + seed).isTrue();
            isAffordable(knapsack, choice, SMALL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void with_few_places_nothing_better_than_the_bound_exists_and_what_is_called_best_is(Kind kind) {
        var best = 0;
        for (var seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            var knapsack = kind.drawn(1 + random.nextInt(SMALL), random);
            var places = random.nextInt(1, 6);

            var choice = knapsack.best(places);

            var forced = byForce(knapsack, places);
            assertThat(choice.value()).as("seed " + seed).isLessThanOrEqualTo(forced);
            assertThat(choice.most()).as("seed " + seed).isGreaterThanOrEqualTo(forced);
            assertThat(choice.value()).as("seed " + seed).isGreaterThanOrEqualTo(forced / 2);
            isAffordable(knapsack, choice, places);
            best += choice.isBest() ? 1 : 0;
        }
        assertThat(best).isGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(20)
    void of_five_thousand_it_is_found_in_a_moment_or_so_nearly_that_nobody_can_tell(Kind kind) {
        var random = new SplittableRandom(7);
        var drawn = kind.drawn(5_000, random);
        var knapsack = new Knapsack(drawn.values(), drawn.costs(), drawn.budget() / 5);
        knapsack.best();
        var began = System.nanoTime();

        var choice = knapsack.best();

        var took = Duration.ofNanos(System.nanoTime() - began);
        var inPlaces = knapsack.best(200);
        System.out.printf(
                "%s: %d ms, best %s, short of the bound by %d of %d; in 200 places best %s, short by %d of %d%n",
                kind,
                took.toMillis(),
                choice.isBest(),
                choice.most() - choice.value(),
                choice.value(),
                inPlaces.isBest(),
                inPlaces.most() - inPlaces.value(),
                inPlaces.value());
        isAffordable(knapsack, choice, 5_000);
        isAffordable(knapsack, inPlaces, 200);
        assertThat(choice.most() - choice.value()).isLessThanOrEqualTo(choice.value() / 2_000);
        assertThat(inPlaces.most() - inPlaces.value()).isLessThanOrEqualTo(inPlaces.value() / 100);
    }

    @Test
    void nothing_is_taken_without_money_unless_it_costs_nothing() {
        var choice = new Knapsack(new long[] {5, 7, 0}, new long[] {1, 0, 0}, 0).best();

        assertThat(choice.taken().stream()).containsExactly(1);
        assertThat(choice.value()).isEqualTo(7);
    }

    @Test
    void greed_alone_would_be_wrong() {
        var knapsack = new Knapsack(new long[] {60, 100, 120}, new long[] {10, 20, 30}, 50);

        assertThat(knapsack.best().taken().stream()).containsExactly(1, 2);
    }

    private static void isAffordable(Knapsack knapsack, Knapsack.Choice choice, int places) {
        assertThat(choice.taken().stream().mapToLong(i -> knapsack.costs()[i]).sum())
                .isLessThanOrEqualTo(knapsack.budget());
        assertThat(choice.taken().stream().mapToLong(i -> knapsack.values()[i]).sum())
                .isEqualTo(choice.value());
        assertThat(choice.taken().cardinality()).isLessThanOrEqualTo(places);
    }

    private static long byForce(Knapsack knapsack, int places) {
        var best = 0L;
        for (var set = 0; set < 1 << knapsack.values().length; set++) {
            var value = 0L;
            var cost = 0L;
            for (var i = 0; i < knapsack.values().length; i++) {
                if ((set >> i & 1) == 1) {
                    value += knapsack.values()[i];
                    cost += knapsack.costs()[i];
                }
            }
            if (cost <= knapsack.budget() && Integer.bitCount(set) <= places) {
                best = Math.max(best, value);
            }
        }
        return best;
    }
}
