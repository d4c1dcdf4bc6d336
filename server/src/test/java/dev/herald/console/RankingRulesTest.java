package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Limits;
import dev.herald.insight.Board;
import dev.herald.insight.Estimate;
import dev.herald.insight.Place;
import dev.herald.insight.RankedAmbassador;
import dev.herald.insight.RankingChoice;
import dev.herald.insight.Totals;
import dev.herald.insight.Verdict;
import dev.herald.web.Form;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingRulesTest {

    private final RankingRules rules = new RankingRules(ConsoleSamples.PARIS, Currency.getInstance("EUR"));

    @Test
    void all_intervals_stand_on_one_scale_from_zero_to_the_highest_bound() {
        var rows = rules.ranking(
                        "Ranking",
                        RankingChoice.USUAL,
                        List.of(ranked(4, 2, 8, Verdict.TOP), ranked(1, 0.5, 2, Verdict.NOT_TOP)),
                        "")
                .rows();

        assertThat(rows.get(0).rate()).isEqualTo(new RankingRow.Span("4.00", "2.00 to 8.00", 25, 50, 100));
        assertThat(rows.get(1).rate()).isEqualTo(new RankingRow.Span("1.00", "0.50 to 2.00", 6.3, 12.5, 25));
    }

    @Test
    void every_verdict_is_said_in_words() {
        var rows = rules.ranking(
                        "Ranking",
                        RankingChoice.USUAL,
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
    void a_chosen_top_is_called_by_its_number() {
        var five = new RankingChoice(Board.RATE, 5);
        var rows = rules.ranking("Ranking", five, List.of(ranked(4, 2, 8, Verdict.TOP)), "")
                .rows();

        assertThat(rows.getFirst().verdict().text()).isEqualTo("Top 5");
        assertThat(rows.getFirst().places()).isEqualTo("#2 to 7, 50% chance");
        assertThat(rows.getFirst().place()).isEqualTo("#3");
    }

    @Test
    void a_long_ranking_is_cut_and_says_how_long_it_is() {
        var some = Collections.nCopies(50, ranked(4, 2, 8, Verdict.TOP));
        var campaign = Campaigns.with(Limits.UNLIMITED);

        var cut = rules.ranking(campaign, new RankingChoice(Board.RATE, 7), some, 1_234);

        assertThat(cut.rows()).hasSize(50);
        assertThat(cut.choices()).isNotNull().satisfies(choices -> {
            assertThat(choices.all()).isEqualTo("1,234");
            assertThat(choices.allAddress()).endsWith("?board=rate&top=7&all#ranking");
            assertThat(choices.file()).endsWith("/ranking.csv?board=rate&top=7");
        });
        assertThat(rules.ranking(campaign, RankingChoice.USUAL, some, 50).choices())
                .extracting(Ranking.Choices::all)
                .isEqualTo("");
    }

    @Test
    void what_cannot_be_asked_for_becomes_what_is_usual() {
        assertThat(RankingRules.chosen(Form.EMPTY)).isEqualTo(RankingChoice.USUAL);
        assertThat(RankingRules.chosen(Form.EMPTY.with("board", "beauty").with("top", "99999999999")))
                .isEqualTo(RankingChoice.USUAL);
        assertThat(RankingRules.chosen(Form.EMPTY.with("board", "rate").with("top", "12")))
                .isEqualTo(new RankingChoice(Board.RATE, 12));
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
                new Estimate(rate, low, high),
                new Place(3, 2, 7, 0.5, verdict));
    }
}
