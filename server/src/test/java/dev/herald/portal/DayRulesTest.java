package dev.herald.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.web.Texts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final DayRules rules = new DayRules(Texts.of(Locale.ENGLISH), PortalSamples.formats());

    @Test
    void thirty_days_end_today_and_the_busiest_is_the_highest() {
        var days = rules.days(Map.of(TODAY, 2L, TODAY.minusDays(29), 8L), TODAY);

        assertThat(days.bars()).hasSize(30);
        assertThat(days.bars().getFirst()).isEqualTo(new AmbassadorPage.Days.Bar(0, 0, 56));
        assertThat(days.bars().getLast()).isEqualTo(new AmbassadorPage.Days.Bar(290, 42, 14));
        assertThat(days.said()).isEqualTo("10 redemptions in the last 30 days");
        assertThat(days.from()).isEqualTo("1 Nov");
        assertThat(days.most()).isEqualTo("At most 8 in a day");
    }

    @Test
    void a_day_without_any_is_still_a_day() {
        var days = rules.days(Map.of(), TODAY);

        assertThat(days.bars()).allMatch(bar -> bar.height() == 2).hasSize(30);
        assertThat(days.said()).isEqualTo("0 redemptions in the last 30 days");
    }

    @Test
    void a_day_with_more_returns_than_orders_counts_as_none() {
        var days = rules.days(Map.of(TODAY, -2L, TODAY.minusDays(1), 1L), TODAY);

        assertThat(days.bars().getLast().height()).isEqualTo(2);
        assertThat(days.said()).isEqualTo("1 redemption in the last 30 days");
    }
}
