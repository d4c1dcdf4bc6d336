package dev.herald.wizard;

import dev.herald.console.Figure;
import dev.herald.money.Money;
import dev.herald.planner.Expected;
import dev.herald.planner.LineUp;
import dev.herald.planner.LineUps;
import dev.herald.web.Formats;
import dev.herald.wizard.NextPage.Found;
import dev.herald.wizard.NextPage.Line;
import dev.herald.wizard.NextPage.Others;
import dev.herald.wizard.NextPage.Row;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a line-up into words and rows. */
record NextRules(Formats formats, Currency currency) {

    static final List<String> COLUMNS = List.of(
            "ambassador_id",
            "name",
            "followers",
            "exploring",
            "expected_redemptions",
            "low",
            "high",
            "cost",
            "adds",
            "currency",
            "reason");

    private static final int MOST_SHOWN = 50;

    Found found(LineUps.Found found, long budget, String file) {
        var lineUp = found.lineUp();
        var picks = lineUp.picks();
        var hidden = picks.size() - MOST_SHOWN;
        return new Found(
                figures(lineUp, budget),
                shown(picks).map(this::row).toList(),
                hidden <= 0 ? "" : formats.count(hidden),
                file,
                picks.stream().map(one -> one.who().id().toString()).collect(Collectors.joining(" ")),
                picks.size() == 1
                        ? "Plan a campaign with this one"
                        : "Plan a campaign with these " + formats.count(picks.size()),
                notes(found),
                others(lineUp),
                account(found));
    }

    /** The first, but of those to find out about the first too: they stand last and are the reason for asking. */
    private static Stream<LineUp.Pick> shown(List<LineUp.Pick> picks) {
        if (picks.size() <= MOST_SHOWN) {
            return picks.stream();
        }
        var exploring = picks.stream().filter(LineUp.Pick::exploring).count();
        var some = Math.min(exploring, MOST_SHOWN / 4);
        return Stream.concat(
                picks.stream().filter(one -> !one.exploring()).limit(MOST_SHOWN - some),
                picks.stream().filter(LineUp.Pick::exploring).limit(some));
    }

    private List<Figure> figures(LineUp lineUp, long budget) {
        var exploring = lineUp.picks().stream().filter(LineUp.Pick::exploring).count();
        return List.of(
                new Figure(
                        "Invited",
                        formats.count(lineUp.picks().size()),
                        List.of(),
                        "of " + formats.count(lineUp.considered())
                                + (exploring == 0 ? "" : ", " + formats.count(exploring) + " to find out about")),
                new Figure(
                        "Redemptions expected",
                        count(lineUp.expected()),
                        List.of(),
                        "in four of five cases " + span(lineUp.expected())),
                new Figure(
                        "Cost",
                        money(lineUp.cost()),
                        List.of(),
                        money(Math.max(0, budget - lineUp.cost())) + " of the budget left"),
                new Figure("Leaves", money(lineUp.leaves()), List.of(), "after discounts, rewards and the cost"));
    }

    private Row row(LineUp.Pick one) {
        return new Row(
                "/console/ambassadors/" + one.who().id(),
                one.who().name(),
                one.who().followers() == 0
                        ? "Followers unknown"
                        : formats.count(one.who().followers()) + " followers",
                one.exploring(),
                count(one.expected()),
                span(one.expected()),
                money(one.cost()),
                money(one.leaves()),
                one.reason());
    }

    private List<String> notes(LineUps.Found found) {
        var notes = new ArrayList<String>();
        if (found.isGuess()) {
            notes.add("Nobody had a code of their own yet, so only followers tell your ambassadors apart."
                    + " After one campaign with own codes this list knows more.");
        }
        var losing =
                found.lineUp().picks().stream().filter(one -> one.leaves() < 0).count();
        if (losing > 0) {
            notes.add((losing == 1 ? "One of them is" : formats.count(losing) + " of them are")
                    + " expected to cost more than their orders leave. A smaller budget leaves such people out first.");
        }
        return notes;
    }

    private Others others(LineUp lineUp) {
        var others = lineUp.byFollowers();
        var ours = lineUp.picks().stream().map(one -> one.who().id()).collect(Collectors.toSet());
        var both =
                others.people().stream().filter(one -> ours.contains(one.id())).count();
        return new Others(
                lead(lineUp.expected().redemptions(), others.expected().redemptions()),
                List.of(
                        new Line(
                                "Invited",
                                formats.count(lineUp.picks().size()),
                                formats.count(others.people().size())),
                        new Line("Redemptions expected", count(lineUp.expected()), count(others.expected())),
                        new Line("In four of five cases", span(lineUp.expected()), span(others.expected())),
                        new Line("Cost", money(lineUp.cost()), money(others.cost())),
                        new Line("In both", formats.count(both), formats.count(both))));
    }

    private String lead(double ours, double theirs) {
        if (!(theirs > 0)) {
            return "The same budget, spent on those with the most followers.";
        }
        var more = Math.round((ours / theirs - 1) * 100);
        if (more >= 1) {
            return "The same budget, spent on those with the most followers, is expected to bring fewer: yours brings "
                    + formats.percent(more / 100.0) + " more.";
        }
        return more <= -1
                ? "The same budget, spent on those with the most followers, is expected to bring "
                        + formats.percent(-more / 100.0)
                        + " more this time: what you find out about others pays later."
                : "The same budget, spent on those with the most followers, is expected to bring about as much.";
    }

    /** How the figures come about, for whoever asks. */
    private List<String> account(LineUps.Found found) {
        var each = found.each();
        var lineUp = found.lineUp();
        var account = new ArrayList<String>();
        account.add("What each sold for every thousand people reached is drawn towards what is usual among your"
                + " ambassadors, the more so the less was seen. Three of ten followers count as reached.");
        var leaves = "An order of " + money(each.order()) + " leaves " + money(Math.round(each.contribution()))
                + " of its margin after a discount of " + money(each.discount());
        account.add(
                each.reward() > 0
                        ? leaves + ", and " + money(Math.round(each.contribution() - each.reward()))
                                + " after the reward of " + money(Math.round(each.reward())) + "."
                        : leaves + ".");
        account.add("To invite somebody costs " + money(found.fixed())
                + (each.reward() > 0 ? " and the rewards of the orders that are expected." : "."));
        account.add(
                lineUp.isBest()
                        ? "No other choice with as many to find out about is expected to bring more for this budget."
                        : "Another choice might bring up to "
                                + formats.rate(Math.max(
                                        0, lineUp.most() - lineUp.expected().redemptions()))
                                + " redemptions more: to try all would take too long.");
        account.add("Those to find out about are people of whom little is known and who may well be good:"
                + " without them you would never learn of anybody new.");
        return account;
    }

    List<String> cells(LineUp.Pick one) {
        return List.of(
                one.who().id().toString(),
                one.who().name(),
                one.who().followers() == 0 ? "" : Long.toString(one.who().followers()),
                one.exploring() ? "yes" : "no",
                decimal(one.expected().redemptions()),
                decimal(one.expected().low()),
                decimal(one.expected().high()),
                new Money(one.cost(), currency).digits(),
                (one.leaves() < 0 ? "-" : "") + new Money(Math.abs(one.leaves()), currency).digits(),
                currency.getCurrencyCode(),
                one.reason());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String count(Expected expected) {
        return expected.redemptions() < 10
                ? formats.rate(expected.redemptions())
                : formats.count(Math.round(expected.redemptions()));
    }

    private String span(Expected expected) {
        return formats.count(Math.round(expected.low())) + " to " + formats.count(Math.round(expected.high()));
    }

    String money(long minor) {
        return formats.money(minor, currency);
    }
}
