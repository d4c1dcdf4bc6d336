package dev.herald.console;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import dev.herald.console.Badge.Tone;
import dev.herald.insight.DayRange;
import dev.herald.insight.Overview;
import dev.herald.insight.PeriodReport;
import dev.herald.insight.Totals;
import dev.herald.web.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts totals into the four large numbers of a page. */
record FigureRules(Formats formats) {

    /** A brand's last days, each number against as many days before. */
    List<Figure> overview(Overview overview) {
        var now = overview.now();
        var before = overview.before();
        var period = overview.days().size() + " days before";
        return List.of(
                new Figure(
                        "Redemptions",
                        formats.count(now.redemptions()),
                        change(now.redemptions(), before.redemptions()),
                        formats.count(before.redemptions()) + " in the " + period),
                new Figure(
                        "Net revenue",
                        formats.money(now.revenue(), overview.currency()),
                        change(now.revenue(), before.revenue()),
                        afterReversals(now)),
                new Figure(
                        "New customers", formats.percent(now.firstOrderShare()), points(now, before), firstOrders(now)),
                new Figure(
                        "Discounts given",
                        formats.money(now.discount(), overview.currency()),
                        List.of(),
                        formats.money(before.discount(), overview.currency()) + " in the " + period));
    }

    /** Any days, each number against the days they are compared with, if there are any. */
    List<Figure> period(PeriodReport report, @Nullable DayRange against) {
        var now = report.now();
        var before = report.before();
        var compared = against == null
                ? "compared with nothing"
                : formats.count(before.redemptions()) + " in the " + against.days() + " days compared";
        return List.of(
                new Figure(
                        "Redemptions",
                        formats.count(now.redemptions()),
                        change(now.redemptions(), before.redemptions()),
                        compared),
                new Figure(
                        "Net revenue",
                        formats.money(now.revenue(), report.currency()),
                        change(now.revenue(), before.revenue()),
                        afterReversals(now)),
                new Figure(
                        "New customers", formats.percent(now.firstOrderShare()), points(now, before), firstOrders(now)),
                new Figure(
                        "Discounts given",
                        formats.money(now.discount(), report.currency()),
                        List.of(),
                        now.revenue() <= 0
                                ? "no revenue"
                                : formats.percent((double) now.discount() / now.revenue()) + " of net revenue"));
    }

    /** A whole campaign, against its limits. */
    List<Figure> campaign(Campaign campaign, Totals totals) {
        return List.of(
                new Figure(
                        "Redemptions",
                        formats.count(totals.redemptions()),
                        List.of(),
                        ofLimit(campaign.limits().perCampaign())),
                new Figure(
                        "Net revenue",
                        formats.money(totals.revenue(), campaign.currency()),
                        List.of(),
                        afterReversals(totals)),
                new Figure("New customers", formats.percent(totals.firstOrderShare()), List.of(), firstOrders(totals)),
                new Figure(
                        "Discounts given",
                        formats.money(totals.discount(), campaign.currency()),
                        List.of(),
                        ofBudget(campaign, totals.discount())));
    }

    private String ofLimit(long limit) {
        return limit == Limits.NONE ? "no limit" : "of at most " + formats.count(limit);
    }

    private String ofBudget(Campaign campaign, long spent) {
        var budget = campaign.limits().budget();
        return budget == Limits.NONE
                ? "no budget set"
                : formats.percent((double) spent / budget) + " of " + formats.money(budget, campaign.currency());
    }

    private String afterReversals(Totals totals) {
        return switch ((int) Math.min(totals.reversed(), 2)) {
            case 0 -> "nothing reversed";
            case 1 -> "after 1 reversal";
            default -> "after " + formats.count(totals.reversed()) + " reversals";
        };
    }

    private String firstOrders(Totals totals) {
        return formats.count(totals.firstOrders()) + (totals.firstOrders() == 1 ? " first order" : " first orders");
    }

    /** Nothing grows from nothing: without a number before there is no change to tell. */
    private List<Badge> change(long now, long before) {
        return before <= 0 ? List.of() : List.of(badge(formats.change((double) now / before - 1), now - before));
    }

    private List<Badge> points(Totals now, Totals before) {
        if (now.redemptions() == 0 || before.redemptions() == 0) {
            return List.of();
        }
        var difference = now.firstOrderShare() - before.firstOrderShare();
        return List.of(badge(formats.points(difference), Math.round(difference * 100)));
    }

    private static Badge badge(String text, long direction) {
        return new Badge(text, direction == 0 ? Tone.PLAIN : direction > 0 ? Tone.GOOD : Tone.BAD);
    }
}
