package dev.herald.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How fast a job is, from how far it was in the last seconds. */
class PaceTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void is_unknown_before_anything_was_done_and_in_the_first_moment() {
        var pace = Pace.beginning(START, 500);
        assertThat(pace.perSecond(START, 500)).isZero();
        assertThat(pace.perSecond(START.plusMillis(99), 600)).isZero();
        assertThat(pace.perSecond(START.plusMillis(100), 600)).isEqualTo(1000);
    }

    @Test
    void counts_what_this_run_did_and_nothing_of_former_ones() {
        var pace = Pace.beginning(START, 1_000_000).later(START.plusSeconds(2), 1_000_100);
        assertThat(pace.perSecond(START.plusSeconds(2), 1_000_100)).isEqualTo(50);
    }

    @Test
    void forgets_what_is_longer_ago_than_ten_seconds() {
        var pace = Pace.beginning(START, 0);
        for (int second = 1; second <= 60; second++) {
            // Ten a second for half a minute, then a hundred.
            pace = pace.later(at(second), second <= 30 ? second * 10L : 300 + (second - 30) * 100L);
        }
        assertThat(pace.perSecond(at(60), 3300)).isEqualTo(100);
        assertThat(pace.marks()).hasSizeLessThan(13);
    }

    @Test
    void keeps_few_marks_however_small_the_pieces_are() {
        var pace = Pace.beginning(START, 0);
        for (int piece = 1; piece <= 10_000; piece++) {
            pace = pace.later(START.plus(Duration.ofMillis(piece)), piece);
        }
        assertThat(pace.marks()).hasSizeLessThan(13);
        assertThat(pace.perSecond(at(10), 10_000)).isEqualTo(1000);
    }

    @Test
    void falls_while_nothing_is_done() {
        var pace = Pace.beginning(START, 0).later(at(10), 1000);
        assertThat(pace.perSecond(at(10), 1000)).isEqualTo(100);
        assertThat(pace.perSecond(at(100), 1000)).isEqualTo(10);
    }

    @Test
    void of_pieces_that_take_longer_than_the_window_is_told_all_the_same() {
        var pace = Pace.beginning(START, 0).later(at(30), 30).later(at(60), 60);
        assertThat(pace.perSecond(at(60), 60)).isEqualTo(1);
    }

    @Test
    void between_tries_grows_to_a_minute() {
        assertThat(JobRun.pause(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(JobRun.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(JobRun.pause(6)).isEqualTo(Duration.ofSeconds(32));
        assertThat(JobRun.pause(7)).isEqualTo(Duration.ofMinutes(1));
        assertThat(JobRun.pause(100)).isEqualTo(Duration.ofMinutes(1));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
