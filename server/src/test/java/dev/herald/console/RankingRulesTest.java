package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Limits;
import dev.herald.insight.Estimate;
import dev.herald.insight.RankedAmbassador;
import dev.herald.insight.Totals;
import dev.herald.insight.Verdict;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingRulesTest {

    private final RankingRules rules = new RankingRules(ConsoleSamples.PARIS, Currency.getInstance("EUR"));

    @Test
    void all_intervals_stand_on_one_scale_from_zero_to_the_highest_bound() {
        var rows = rules.ranking(
                        "Ranking", List.of(ranked(4, 2, 8, Verdict.TOP), ranked(1, 0.5, 2, Verdict.NOT_TOP)), "")
                .rows();

        assertThat(rows.get(0).rate()).isEqualTo(new RankingRow.Span("4.00", "2.00 to 8.00", 25, 50, 100));
        assertThat(rows.get(1).rate()).isEqualTo(new RankingRow.Span("1.00", "0.50 to 2.00", 6.3, 12.5, 25));
    }

    @Test
    void every_verdict_is_said_in_words() {
        var rows = rules.ranking(
                        "Ranking",
                        List.of(
                                ranked(4, 2, 8, Verdict.TOP),
                                ranked(1, 0.5, 2, Verdict.NOT_TOP),
                                ranked(1, 0.1, 9, Verdict.TOO_EARLY_TO_TELL)),
                        "")
                .rows();

        assertThat(rows.stream().map(row -> row.verdict().text()))
                .containsExactly("Top tenth", "Not top tenth", "Too early to tell");
    }

    @Test
    void a_long_ranking_is_cut_and_says_how_long_it_is() {
        var many = Collections.nCopies(1_234, ranked(4, 2, 8, Verdict.TOP));

        var cut = rules.ranking(Campaigns.with(Limits.UNLIMITED), many, 50);

        assertThat(cut.rows()).hasSize(50);
        assertThat(cut.all()).isEqualTo("1,234");
        assertThat(rules.ranking(Campaigns.with(Limits.UNLIMITED), many, 1_234).all())
                .isEmpty();
    }

    @Test
    void initials_are_of_the_first_and_the_last_name() {
        assertThat(RankingRules.initials("Maya Okafor")).isEqualTo("MO");
        assertThat(RankingRules.initials(" zoë van  dijk ")).isEqualTo("ZD");
        assertThat(RankingRules.initials("Cher")).isEqualTo("C");
        assertThat(RankingRules.initials("𝔖am 𝔗oe")).isEqualTo("𝔖𝔗");
    }

    private static RankedAmbassador ranked(double rate, double low, double high, Verdict verdict) {
        return new RankedAmbassador(
                new AmbassadorId(1),
                "Maya Okafor",
                24_000,
                List.of(),
                new Totals(3, 0, 1, 6_000, 1_200),
                new Estimate(rate, low, high, 0.5, verdict));
    }
}
