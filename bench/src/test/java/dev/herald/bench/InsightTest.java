package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The short form of {@code ./dev bench insight}. */
final class InsightTest {

    private static final Households HOUSEHOLDS = Households.load();

    @Test
    void the_data_are_those_of_fourteen_campaigns() {
        assertThat(HOUSEHOLDS.targeted()).hasSize(14);
        assertThat(HOUSEHOLDS.targeted().get(13)).hasSize(1_077);
        assertThat(HOUSEHOLDS.redeemed().get(13)).hasSize(196);
        assertThat(HOUSEHOLDS.known()).hasSize(689);
    }

    @Test
    void shrinking_predicts_better_than_the_share_seen_and_than_the_mean_of_all() {
        var trial = RateTrial.of(HOUSEHOLDS, 100, 1);
        assertThat(trial.raw()).isCloseTo(.116, within(.012));
        assertThat(trial.mean()).isCloseTo(.064, within(.006));
        assertThat(trial.shrunk()).isCloseTo(.056, within(.006)).isLessThan(trial.mean());
    }

    @Test
    void among_shuffled_households_seldom_anybody_stands_out() {
        var control = HouseholdAudience.of(HOUSEHOLDS, 13).shuffled(200, 1);
        assertThat(control.alarms() / 200.0).isLessThan(.10 + 3 * Math.sqrt(.1 * .9 / 200));
    }
}
