package dev.herald.insight;

import dev.herald.platform.Csv;
import dev.herald.platform.Download;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A whole ranking as a file; money in minor units. */
public record RankingFile(RankingChoice choice, List<RankedAmbassador> ranked, Currency currency) {

    private static final List<String> COLUMNS = List.of(
            "place",
            "place_from",
            "place_to",
            "ambassador_id",
            "ambassador",
            "followers",
            "codes",
            "redemptions",
            "reversed",
            "first_orders",
            "revenue",
            "discount",
            "currency",
            "rate",
            "rate_low",
            "rate_high",
            "top",
            "top_chance",
            "verdict");

    public RankingFile {
        ranked = List.copyOf(ranked);
    }

    public Download download() {
        return new Download("ranking.csv", Csv.TYPE, out -> {
            try (var csv = new Csv(out, ',')) {
                csv.row(COLUMNS);
                ranked.forEach(one -> csv.row(cells(one)));
            }
        });
    }

    private List<String> cells(RankedAmbassador one) {
        var place = one.place();
        var totals = one.totals();
        var estimate = one.estimate();
        return List.of(
                Integer.toString(place.number()),
                Integer.toString(place.from()),
                Integer.toString(place.to()),
                one.id().toString(),
                one.name(),
                Long.toString(one.audienceSize()),
                one.codes().stream().map(RankedAmbassador.Code::display).collect(Collectors.joining(" ")),
                Long.toString(totals.redemptions()),
                Long.toString(totals.reversed()),
                Long.toString(totals.firstOrders()),
                Long.toString(totals.revenue()),
                Long.toString(totals.discount()),
                currency.getCurrencyCode(),
                decimal(estimate.rate()),
                decimal(estimate.low()),
                decimal(estimate.high()),
                Integer.toString(choice.top(ranked.size())),
                decimal(place.topChance()),
                place.verdict().name().toLowerCase(Locale.ROOT));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
