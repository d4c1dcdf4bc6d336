package dev.herald.console;

import dev.herald.campaign.Strategy;
import dev.herald.console.InsightPage.Choices;
import dev.herald.console.InsightPage.Line;
import dev.herald.console.InsightPage.Quick;
import dev.herald.console.InsightPage.StrategyLine;
import dev.herald.insight.CampaignTotals;
import dev.herald.insight.DayRange;
import dev.herald.insight.PeriodReport;
import dev.herald.insight.PeriodReports.Choice;
import dev.herald.insight.Totals;
import dev.herald.money.Money;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import dev.herald.web.Option;
import dev.herald.web.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which days somebody wants to look at, and puts what happened in them into lines. */
record InsightRules(Formats formats, LocalDate today) {

    private static final int USUAL_DAYS = 30;
    private static final List<Integer> QUICK = List.of(7, USUAL_DAYS, 90, 365);
    private static final int MOST_CAMPAIGNS = 200;

    /** What was asked for, with what is wrong with it; what is wrong is replaced by what is usual. */
    record Asked(Form form, Choice choice) {}

    Asked asked(Form typed) {
        var form = typed;
        var to = date(typed.value("to"));
        var from = date(typed.value("from"));
        if ((typed.has("to") && to == null) || (typed.has("from") && from == null)) {
            form = form.refused("from", "Type days such as " + today + ".");
        }
        var last = to == null ? today : to;
        var first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        if (first.isAfter(last)) {
            form = form.refused("from", "The first day has to be before the last.");
        } else if (new DayRange(first, last).days() > DayRange.MOST) {
            form = form.refused("from", "Choose at most " + DayRange.MOST + " days.");
        }
        var range = form.hasFaults() ? DayRange.until(today, USUAL_DAYS) : new DayRange(first, last);
        var against = switch (typed.value("compare")) {
            case "year" -> range.yearBefore();
            case "none" -> null;
            default -> range.before();
        };
        var shown = form.hasFaults()
                ? form
                : form.with("from", range.from().toString())
                        .with("to", range.to().toString());
        var currency = Money.currency(typed.value("currency")).orElse(null);
        return new Asked(shown, new Choice(range, against, strategy(typed.value("strategy")), currency));
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            var date = typed.isEmpty() ? null : LocalDate.parse(typed);
            return date == null || date.getYear() < 1900 || date.getYear() > 9000 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Strategy strategy(String word) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> word(strategy).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(Strategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT);
    }

    Choices choices(List<Currency> currencies) {
        return new Choices(
                List.of(
                        new Option("before", "the days before"),
                        new Option("year", "a year earlier"),
                        new Option("none", "nothing")),
                Stream.concat(
                                Stream.of(new Option("", "All strategies")),
                                Arrays.stream(Strategy.values())
                                        .map(strategy -> new Option(word(strategy), Words.strategy(strategy))))
                        .toList(),
                currencies.stream()
                        .map(currency -> new Option(currency.getCurrencyCode(), currency.getCurrencyCode()))
                        .toList());
    }

    List<Quick> quick(Choice choice) {
        return QUICK.stream()
                .map(days -> DayRange.until(today, days))
                .map(range -> new Quick(
                        "Last " + range.days() + " days",
                        "/console/insight?from=" + range.from() + "&to=" + range.to(),
                        range.equals(choice.range())))
                .toList();
    }

    /** The address of the same days with another strategy. */
    private static String address(Choice choice, Strategy strategy) {
        return "/console/insight?from=" + choice.range().from() + "&to="
                + choice.range().to() + "&strategy=" + word(strategy);
    }

    List<StrategyLine> strategies(Choice choice, PeriodReport report) {
        var sums = new EnumMap<Strategy, Totals>(Strategy.class);
        var counts = new EnumMap<Strategy, Integer>(Strategy.class);
        for (var campaign : report.campaigns()) {
            sums.merge(campaign.strategy(), campaign.totals(), Totals::plus);
            counts.merge(campaign.strategy(), 1, Integer::sum);
        }
        return sums.entrySet().stream()
                .map(sum -> line(choice, sum, counts.getOrDefault(sum.getKey(), 1), report.currency()))
                .toList();
    }

    private StrategyLine line(Choice choice, Map.Entry<Strategy, Totals> sum, int campaigns, Currency currency) {
        var totals = sum.getValue();
        return new StrategyLine(
                Words.strategy(sum.getKey()),
                address(choice, sum.getKey()),
                formats.count(campaigns),
                formats.count(totals.redemptions()),
                formats.count(Math.round((double) totals.redemptions() / campaigns)),
                formats.percent(totals.firstOrderShare()),
                formats.money(totals.revenue(), currency),
                totals.redemptions() == 0
                        ? "none"
                        : formats.money(Math.round((double) totals.revenue() / totals.redemptions()), currency));
    }

    List<Line> campaigns(PeriodReport report) {
        return report.campaigns().stream()
                .limit(MOST_CAMPAIGNS)
                .map(campaign -> line(campaign, report.currency()))
                .toList();
    }

    private Line line(CampaignTotals campaign, Currency currency) {
        var totals = campaign.totals();
        return new Line(
                campaign.name(),
                "/console/campaigns/" + campaign.id(),
                Words.strategy(campaign.strategy()),
                formats.count(totals.redemptions()),
                formats.percent(totals.firstOrderShare()),
                formats.money(totals.revenue(), currency),
                formats.money(totals.discount(), currency));
    }
}
