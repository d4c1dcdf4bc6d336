package dev.herald.reward;

import static dev.herald.reward.ContestRules.likelyWinners;
import static dev.herald.reward.ContestRules.winners;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.reward.ContestRules.Entrant;
import dev.herald.reward.ContestRules.Likely;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestRulesTest {

    private static final List<Long> PRIZES = List.of(100_00L, 50_00L, 25_00L);

    @Test
    void the_best_get_the_prizes_in_their_order() {
        assertThat(winners(List.of(entrant(1, 3), entrant(2, 9), entrant(3, 5), entrant(4, 2)), PRIZES))
                .containsExactly(winner(2, 1, 9, 100_00), winner(3, 2, 5, 50_00), winner(1, 3, 3, 25_00));
    }

    @Test
    void who_ties_shares_the_prizes_of_the_places_held_together() {
        assertThat(winners(List.of(entrant(1, 7), entrant(2, 7), entrant(3, 1)), PRIZES))
                .containsExactly(winner(1, 1, 7, 75_00), winner(2, 1, 7, 75_00), winner(3, 3, 1, 25_00));
        assertThat(winners(List.of(entrant(1, 9), entrant(2, 8), entrant(3, 4), entrant(4, 4)), PRIZES))
                .containsExactly(
                        winner(1, 1, 9, 100_00),
                        winner(2, 2, 8, 50_00),
                        winner(3, 3, 4, 12_50),
                        winner(4, 3, 4, 12_50));
    }

    @Test
    void nothing_is_lost_when_a_prize_does_not_divide() {
        var winners = winners(List.of(entrant(1, 2), entrant(2, 2), entrant(3, 2)), List.of(100L));
        assertThat(winners).extracting(Winner::prize).containsExactly(34L, 33L, 33L);
    }

    @Test
    void nobody_wins_without_a_redemption() {
        assertThat(winners(List.of(entrant(1, 0), entrant(2, 1)), PRIZES)).containsExactly(winner(2, 1, 1, 100_00));
        assertThat(winners(List.of(), PRIZES)).isEmpty();
    }

    @Test
    void by_an_estimate_only_places_that_are_certain_enough_have_a_winner() {
        var sure = likely(1, 30.4, .95, 1.0, 1.0);
        var maybe = likely(2, 20, .05, .7, .95);
        var never = likely(3, 19, 0.0, .3, .8);
        assertThat(likelyWinners(List.of(never, maybe, sure), PRIZES))
                .containsExactly(winner(1, 1, 30, 100_00), winner(2, 3, 20, 25_00));
    }

    @Test
    void by_an_estimate_nobody_wins_two_places_or_one_that_is_not_given() {
        var one = likely(1, 9, 1.0, 1.0, 1.0);
        assertThat(likelyWinners(List.of(one), PRIZES)).containsExactly(winner(1, 1, 9, 100_00));
        assertThat(likelyWinners(List.of(likely(1, 9, .8, .8)), PRIZES)).isEmpty();
        assertThat(likelyWinners(List.of(one, likely(2, 8, 1.0, 1.0)), List.of(100_00L)))
                .hasSize(1);
    }

    private static Likely likely(long ambassador, double redemptions, Double... top) {
        return new Likely(new AmbassadorId(ambassador), redemptions, List.of(top));
    }

    private static Entrant entrant(long ambassador, long redemptions) {
        return new Entrant(new AmbassadorId(ambassador), redemptions);
    }

    private static Winner winner(long ambassador, int place, long redemptions, long prize) {
        return new Winner(new AmbassadorId(ambassador), place, redemptions, prize);
    }
}
