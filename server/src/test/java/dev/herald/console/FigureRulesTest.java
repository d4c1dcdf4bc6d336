package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.campaign.Limits;
import dev.herald.console.Badge.Tone;
import dev.herald.insight.DayTotals;
import dev.herald.insight.Overview;
import dev.herald.insight.Totals;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureRulesTest {

    private final FigureRules rules = new FigureRules(ConsoleSamples.PARIS);

    @Test
    void the_overview_holds_each_number_against_the_days_before() {
        var figures = rules.overview(overview(new Totals(118, 2, 59, 9_000, 50), new Totals(100, 0, 40, 12_000, 70)));

        assertThat(figures.get(0).badges()).containsExactly(new Badge("+18%", Tone.GOOD));
        assertThat(figures.get(0).explained()).isEqualTo("100 in the 30 days before");
        assertThat(figures.get(1).value()).isEqualTo("€90.00");
        assertThat(figures.get(1).badges()).containsExactly(new Badge("−25%", Tone.BAD));
        assertThat(figures.get(1).explained()).isEqualTo("after 2 reversals");
        assertThat(figures.get(2).value()).isEqualTo("50%");
        assertThat(figures.get(2).badges()).containsExactly(new Badge("+10 pts", Tone.GOOD));
    }

    @Test
    void from_nothing_there_is_no_change() {
        var figures = rules.overview(overview(new Totals(118, 1, 59, 9_000, 50), Totals.NONE));

        assertThat(figures).allSatisfy(figure -> assertThat(figure.badges()).isEmpty());
        assertThat(figures.get(1).explained()).isEqualTo("after 1 reversal");
    }

    @Test
    void the_same_again_is_neither_good_nor_bad() {
        var same = new Totals(100, 0, 40, 12_000, 70);

        assertThat(rules.overview(overview(same, same)).get(2).badges())
                .containsExactly(new Badge("±0 pts", Tone.PLAIN));
    }

    @Test
    void a_campaign_is_held_against_its_limits() {
        var totals = new Totals(1, 0, 1, 2_000, 400);
        var limited = Limits.UNLIMITED.withPerCampaign(5_000).withBudget(10_000);

        var free = rules.campaign(Campaigns.with(Limits.UNLIMITED), totals);
        var bound = rules.campaign(Campaigns.with(limited), totals);

        assertThat(free.stream().map(Figure::explained))
                .containsExactly("no limit", "nothing reversed", "1 first order", "no budget set");
        assertThat(bound.get(0).explained()).isEqualTo("of at most 5,000");
        assertThat(bound.get(3).explained()).isEqualTo("4% of €100.00");
    }

    private static Overview overview(Totals now, Totals before) {
        var days = Collections.nCopies(30, new DayTotals(LocalDate.of(2026, 10, 1), Totals.NONE));
        return new Overview(Currency.getInstance("EUR"), now, before, days, List.of());
    }
}
