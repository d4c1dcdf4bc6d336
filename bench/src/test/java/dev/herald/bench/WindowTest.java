package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void the_window_in_the_middle_counts() {
        var median = Window.median(List.of(window(300, 0), window(100, 0), window(200, 0)));
        assertThat(median.tally().done()).isEqualTo(200);
    }

    @Test
    void a_disturbed_window_does_not_count_while_there_is_a_calm_one() {
        var median = Window.median(List.of(window(900, 0.06), window(800, 0.5), window(100, 0.05)));
        assertThat(median.tally().done()).isEqualTo(100);
        assertThat(Window.median(List.of(window(900, 0.06))).isDisturbed()).isTrue();
    }

    @Test
    void steal_is_its_share_of_the_time_that_passed() {
        var before = ProcessorTime.Ticks.of("cpu  1000 0 500 2000 0 0 0 100 0 0");
        var after = ProcessorTime.Ticks.of("cpu  1080 0 510 2000 0 0 0 110 50 0");
        assertThat(after.stealSince(before)).isEqualTo(0.1);
        assertThat(after.stealSince(after)).isZero();
    }

    @Test
    void processor_time_is_read_past_a_name_with_blanks_and_brackets() {
        var stat = "7 (a ) b) S 1 7 7 0 -1 4194560 1 2 3 4 11 22 33 44 20 0 1 0 5 6 7";
        assertThat(ProcessorTime.ticks(stat, 12)).isEqualTo(33);
        assertThat(ProcessorTime.ticks(stat, 14)).isEqualTo(110);
    }

    @Test
    void busy_processors_show_in_the_time_of_this_process() {
        var before = ProcessorTime.ofProcess(ProcessHandle.current());
        while (ProcessorTime.ofProcess(ProcessHandle.current()) == before) {
            Thread.onSpinWait();
        }
        assertThat(ProcessorTime.ofProcess(ProcessHandle.current())).isGreaterThan(before);
    }

    @Test
    void figures_of_each_redemption_count_all_that_were_made() {
        var window = new Window(
                new Load.Tally(90, 0, 1_000_000_000, Load.histogram()),
                0,
                new Window.Cost(1_000, 500, 200),
                new Window.Made(100, 4),
                new Window.Log(120, 6, 12_000));
        assertThat(window.perSecond()).isEqualTo(90);
        assertThat(window.perTransaction()).isEqualTo(25);
        assertThat(window.perSync()).isEqualTo(20);
        assertThat(window.logBytesEach()).isEqualTo(100);
        assertThat(window.microsEach(window.cost().database())).isEqualTo(10);
    }

    private static Window window(long done, double steal) {
        return new Window(
                new Load.Tally(done, 0, 1_000_000_000, Load.histogram()),
                steal,
                new Window.Cost(0, 0, 0),
                new Window.Made(done, 0),
                new Window.Log(0, 0, 0));
    }
}
