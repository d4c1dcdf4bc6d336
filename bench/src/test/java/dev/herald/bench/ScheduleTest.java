package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void requests_are_due_at_even_distances() {
        var schedule = new Schedule(1_000, 4);
        assertThat(schedule.due(0)).isEqualTo(1_000);
        assertThat(schedule.due(1)).isEqualTo(250_001_000);
        assertThat(schedule.due(8)).isEqualTo(2_000_001_000);
    }

    @Test
    void what_is_due_at_an_instant_is_not_due_before_it() {
        for (var perSecond : new double[] {3, 7, 999, 10_000, 12_345.678}) {
            var schedule = new Schedule(-5_000_000_000L, perSecond);
            for (long number = 0; number < 100_000; number += 37) {
                assertThat(schedule.countBefore(schedule.due(number))).isEqualTo(number);
                assertThat(schedule.countBefore(schedule.due(number) + 1)).isEqualTo(number + 1);
            }
        }
        assertThat(new Schedule(1_000, 4).countBefore(0)).isZero();
    }

    @Test
    void a_minute_of_a_rate_has_sixty_times_as_many() {
        assertThat(new Schedule(7, 10_000).countBefore(7 + 60_000_000_000L)).isEqualTo(600_000);
    }

    @Test
    void nothing_is_no_rate() {
        assertThatThrownBy(() -> new Schedule(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Schedule(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
