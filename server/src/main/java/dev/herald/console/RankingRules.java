package dev.herald.console;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Strategy;
import dev.herald.console.Badge.Tone;
import dev.herald.console.RankingRow.Share;
import dev.herald.console.RankingRow.Span;
import dev.herald.insight.Estimate;
import dev.herald.insight.RankedAmbassador;
import dev.herald.insight.Verdict;
import dev.herald.web.Formats;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Puts a ranking into rows that say how sure it is. */
record RankingRules(Formats formats, Currency currency) {

    private static final String EXPLAINED =
            "Rate: redemptions per 1,000 people reached; it lies within the interval with a probability of 80%";

    /** The ranking of a campaign, or why it has none; at most as many rows as asked for. */
    Ranking ranking(Campaign campaign, List<RankedAmbassador> ranked, int shown) {
        var empty = campaign.strategy() == Strategy.BLANKET
                ? "Everybody shares one code here, so it cannot tell who drove which sale."
                : "No ambassador has a code yet. Add some to see who drives sales.";
        var ranking = ranking("Ranking", ranked.subList(0, Math.min(shown, ranked.size())), empty);
        return ranked.size() <= shown ? ranking : ranking.of(formats.count(ranked.size()));
    }

    Ranking ranking(String title, List<RankedAmbassador> ranked, String emptyText) {
        var scale =
                ranked.stream().mapToDouble(one -> one.estimate().high()).max().orElse(1);
        return new Ranking(
                title, EXPLAINED, ranked.stream().map(one -> row(one, scale)).toList(), emptyText, "");
    }

    RankingRow row(RankedAmbassador one, double scale) {
        var totals = one.totals();
        return new RankingRow(
                one.name(),
                initials(one.name()),
                formats.count(one.audienceSize()) + " followers",
                one.codes().stream().map(RankedAmbassador.Code::display).toList(),
                formats.count(totals.redemptions()),
                formats.money(totals.revenue(), currency),
                formats.money(totals.discount(), currency),
                new Share((int) Math.round(totals.firstOrderShare() * 100), formats.percent(totals.firstOrderShare())),
                span(one.estimate(), scale),
                verdict(one.estimate().verdict()));
    }

    /** All rows share one scale, from zero to the highest bound. */
    private Span span(Estimate estimate, double scale) {
        return new Span(
                formats.rate(estimate.rate()),
                formats.rate(estimate.low()) + " to " + formats.rate(estimate.high()),
                place(estimate.low(), scale),
                place(estimate.rate(), scale),
                place(estimate.high(), scale));
    }

    private static double place(double value, double scale) {
        return Math.round(Math.clamp(value / scale, 0, 1) * 1_000) / 10.0;
    }

    private static Badge verdict(Verdict verdict) {
        return switch (verdict) {
            case TOP -> new Badge("Top tenth", Tone.GOOD);
            case NOT_TOP -> new Badge("Not top tenth", Tone.PLAIN);
            case TOO_EARLY_TO_TELL -> new Badge("Too early to tell", Tone.INFO);
        };
    }

    /** The first letters of the first and the last word of a name. */
    static String initials(String name) {
        var letters = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .toList();
        return letters.size() < 2 ? String.join("", letters) : letters.getFirst() + letters.getLast();
    }
}
