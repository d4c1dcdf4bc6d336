package dev.herald.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.attribution.TrialCampaign.Setting;
import dev.herald.attribution.Trials.Way;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference table for 100 ambassadors (docs/SCIENCE.md), each row over 40 campaigns. */
class TrialsTest {

    private static final int CAMPAIGNS = 40;
    private static final double ERRORS = 4;

    private static Map<Way, Trials.Row> rows = Map.of();

    @BeforeAll
    static void play() {
        rows = Trials.of(Setting.of(100), CAMPAIGNS, 1_000, List.of(Way.values()));
    }

    /** The reference was rounded to hundredths, and its own noise is not known: it is taken to be as large as ours. */
    @ParameterizedTest
    @CsvSource({
        "FOLLOWERS, .38, .45",
        "LAST_POST, .48, .38",
        "TIME, .25, .78",
        "PRIOR, .19, .85",
        "CLICKS, .11, .88",
        "SURVEY, .12, .84",
        "BOTH, .09, .96"
    })
    void as_much_credit_goes_to_the_wrong_one_as_in_the_reference(Way way, double wrong, double recall) {
        var row = row(way);
        assertThat(row.wrong().mean())
                .isCloseTo(wrong, within(.005 + ERRORS * row.wrong().error()));
        assertThat(row.recall().mean()).isCloseTo(recall, within(.1));
    }

    @ParameterizedTest
    @EnumSource(names = {"PRIOR", "CLICKS", "SURVEY", "BOTH"})
    void the_intervals_hold_the_truth_four_times_in_five(Way way) {
        assertThat(row(way).covered().mean()).isBetween(.75, .85);
    }

    @Test
    void a_wrong_tau_costs_little_where_there_are_clicks_and_answers() {
        var right = row(Way.BOTH).wrong().mean();
        assertThat(row(Way.HALF_TAU).wrong().mean()).isLessThan(right + .02);
        assertThat(row(Way.TWICE_TAU).wrong().mean()).isLessThan(right + .02);
    }

    @Test
    void a_wrong_tau_alone_still_misleads_less_than_followers_do() {
        assertThat(row(Way.PRIOR_HALF_TAU).wrong().mean()).isLessThan(.25);
        assertThat(row(Way.PRIOR_TWICE_TAU).wrong().mean()).isLessThan(.25);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRIOR", "CLICKS", "SURVEY", "BOTH"})
    void tau_and_those_who_came_by_themselves_are_found(Way way) {
        assertThat(row(way).tau().mean()).isCloseTo(Setting.TAU, within(1.0));
        assertThat(row(way).alone().mean()).isCloseTo(1 / 11.0, within(.04));
    }

    @Test
    void ten_thousand_orders_of_three_hundred_take_a_few_seconds_at_most() {
        var timed = Trials.time(300, 34, 7);
        assertThat(timed.orders()).isGreaterThan(10_000);
        assertThat(timed.nanos()).isLessThan(8_000_000_000L);
    }

    private static Trials.Row row(Way way) {
        var row = rows.get(way);
        assertThat(row).isNotNull();
        return java.util.Objects.requireNonNull(row);
    }
}
