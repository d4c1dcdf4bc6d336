package dev.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.herald.campaign.ReversalPolicy.GivesBack;
import dev.herald.platform.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversalPolicyTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void by_default_a_chargeback_gives_nothing_back_and_all_else_everything() {
        assertThat(ReversalPolicy.DEFAULT.of(ReversalReason.CANCELLED)).isEqualTo(new GivesBack(true, true, true));
        assertThat(ReversalPolicy.DEFAULT.of(ReversalReason.REFUNDED)).isEqualTo(new GivesBack(true, true, true));
        assertThat(ReversalPolicy.DEFAULT.of(ReversalReason.CHARGEBACK)).isEqualTo(new GivesBack(false, false, false));
    }

    @Test
    void each_reason_has_its_own() {
        var one = new GivesBack(true, false, false);
        var two = new GivesBack(false, true, false);
        var three = new GivesBack(false, false, true);
        var policy = new ReversalPolicy(one, two, three, null);
        assertThat(policy.of(ReversalReason.CANCELLED)).isEqualTo(one);
        assertThat(policy.of(ReversalReason.REFUNDED)).isEqualTo(two);
        assertThat(policy.of(ReversalReason.CHARGEBACK)).isEqualTo(three);
    }

    @Test
    void without_a_window_a_redemption_can_be_undone_for_ever() {
        assertThat(ReversalPolicy.DEFAULT.isOpen(NOON, NOON.plusSeconds(3_000_000_000L)))
                .isTrue();
    }

    @Test
    void the_window_closes_after_so_many_times_24_hours() {
        var end = Instant.parse("2026-06-15T12:00:00Z");
        assertThat(days(14).isOpen(NOON, end.minusNanos(1))).isTrue();
        assertThat(days(14).isOpen(NOON, end)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3_651})
    void a_window_has_1_day_to_10_years(int days) {
        assertThatThrownBy(() -> days(days)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_stored_is_read_again() {
        assertThat(Json.read(Json.text(days(14)), ReversalPolicy.class)).isEqualTo(days(14));
        assertThat(Json.read(Json.text(ReversalPolicy.DEFAULT), ReversalPolicy.class))
                .isEqualTo(ReversalPolicy.DEFAULT);
    }

    private static ReversalPolicy days(int days) {
        return new ReversalPolicy(GivesBack.ALL, GivesBack.NOTHING, GivesBack.ALL, days);
    }
}
