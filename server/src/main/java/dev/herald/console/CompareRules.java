package dev.herald.console;

import dev.herald.campaign.Campaign;
import dev.herald.console.ComparePage.Compared;
import dev.herald.console.ComparePage.Day;
import dev.herald.console.ComparePage.Side;
import dev.herald.insight.ComparedSide;
import dev.herald.insight.Comparison;
import dev.herald.insight.DayTotals;
import dev.herald.web.Formats;
import dev.herald.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Puts two campaigns beside each other. */
record CompareRules(Formats formats) {

    static final String ADDRESS = "/console/compare";

    Compared compared(Comparison comparison) {
        var first = comparison.first();
        var second = comparison.second();
        var differences = new DifferenceRules(formats, first.currency());
        return new Compared(
                side(first, comparison.firstSide()),
                side(second, comparison.secondSide()),
                comparison.differences().stream()
                        .map(one -> differences.line(one, "the first", "the second"))
                        .toList(),
                ADDRESS + ".csv?a=" + first.id() + "&b=" + second.id(),
                summary(comparison),
                days(comparison.firstSide().days(), comparison.secondSide().days()));
    }

    private Side side(Campaign campaign, ComparedSide side) {
        return new Side(
                campaign.name(),
                "/console/campaigns/" + campaign.id(),
                Words.strategy(campaign.strategy()).toLowerCase(Locale.ROOT),
                formats.count(side.totals().redemptions()),
                formats.count(side.reach().members()));
    }

    private List<Day> days(List<DayTotals> first, List<DayTotals> second) {
        return IntStream.range(0, Math.max(first.size(), second.size()))
                .mapToObj(i -> new Day(Integer.toString(i + 1), redemptions(first, i), redemptions(second, i)))
                .toList();
    }

    private static String redemptions(List<DayTotals> days, int at) {
        return at < days.size() ? Long.toString(days.get(at).totals().redemptions()) : "";
    }

    private String summary(Comparison comparison) {
        return "Redemptions by day since the first one: " + said(comparison.first(), comparison.firstSide()) + "; "
                + said(comparison.second(), comparison.secondSide()) + ".";
    }

    private String said(Campaign campaign, ComparedSide side) {
        return campaign.name() + " " + formats.count(side.totals().redemptions()) + " in all on "
                + formats.count(side.days().size()) + " days";
    }
}
