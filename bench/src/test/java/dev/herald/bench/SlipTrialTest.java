package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short form of {@code ./dev bench slips}. */
final class SlipTrialTest {

    private static final int SLIPS = 200_000;

    @ParameterizedTest
    @ValueSource(ints = {300, 1_000})
    void every_single_slip_is_put_right_and_none_credited_to_another(int people) {
        var tally = SlipTrial.herald(people, 1).single(SLIPS, 2);
        assertThat(tally).isEqualTo(new SlipTrial.Tally(SLIPS, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1_000})
    void no_two_personal_codes_are_two_edits_apart(int people) {
        var pairs = CodePairs.in(SlipTrial.herald(people, 1).codes());
        assertThat(pairs).isEqualTo(new CodePairs.Found(0, 0, 0, 0, List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000})
    void two_slips_are_mostly_put_right_and_seldom_taken_for_another(int people) {
        var tally = SlipTrial.herald(people, 1).twice(SLIPS, 2);
        assertThat(tally.exactly()).isZero();
        assertThat(tally.right()).isGreaterThan(SLIPS / 100 * 95);
    }

    /** Otherwise the trial would find nothing because it cannot. */
    @ParameterizedTest
    @ValueSource(ints = {300, 1_000})
    void the_naive_way_credits_slips_to_another(int people) {
        var trial = SlipTrial.naive(people, 1);
        assertThat(trial.single(SLIPS, 2).credited()).isGreaterThan(SLIPS / 1_000);
        assertThat(CodePairs.in(trial.codes()).close()).isGreaterThan(people / 10);
    }
}
