package dev.herald.console;

import dev.herald.console.Badge.Tone;
import dev.herald.console.CampaignPage.DeclineLine;
import dev.herald.console.RankingRow.Share;
import dev.herald.console.RankingRow.Span;
import dev.herald.console.Shell.Section;
import dev.herald.web.Assets;
import dev.herald.web.Formats;
import dev.herald.web.Moment;
import dev.herald.web.Theme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Models of console pages with everything on them. */
public final class ConsoleSamples {

    static final Formats PARIS = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Paris"));

    private static final String SAMPLE =
            "curl https://herald.example/v1/campaigns -H 'Authorization: Bearer sk_live_...'";
    private static final Currency EURO = Currency.getInstance("EUR");

    private ConsoleSamples() {}

    static Shell shell(String title, Section section, Assets assets) {
        return new Shell(title, section, "Heartbeat", true, false, Theme.SYSTEM, assets);
    }

    public static OverviewPage overview(Assets assets) {
        return new OverviewPage(
                shell("Overview", Section.OVERVIEW, assets),
                List.of(new Attention("Heartbeat autumn has given out 85% of its budget.", "/console/campaigns/x")),
                figures(),
                chart(30),
                List.of(campaign("Heartbeat autumn"), campaign("Trail week with a long name that has to wrap")),
                ranking("Top ambassadors"),
                "");
    }

    public static CampaignsPage campaigns(Assets assets) {
        return new CampaignsPage(
                shell("Campaigns", Section.CAMPAIGNS, assets),
                List.of(campaign("Heartbeat autumn"), campaign("Summer"), campaign("Trail week")),
                List.of(),
                "cmp_0D3N4KQ7XH2ZA",
                "");
    }

    public static CampaignsPage noCampaigns(Assets assets) {
        return new CampaignsPage(shell("Campaigns", Section.CAMPAIGNS, assets), List.of(), List.of(), "", SAMPLE);
    }

    public static CampaignPage campaign(Assets assets) {
        return campaign(assets, campaign("Heartbeat autumn"));
    }

    public static SetUpPage setUp(Assets assets) {
        return new SetUpPage("/setup/abc", "Both names are needed.", "", "Mia", 100, Theme.SYSTEM, assets);
    }

    public static WelcomePage welcome(Assets assets) {
        return new WelcomePage("Heartbeat", "sk_live_0123456789abcdef0123456789abcdef", Theme.SYSTEM, assets);
    }

    static CampaignPage campaign(Assets assets, CampaignLine line) {
        return new CampaignPage(
                shell(line.name(), Section.CAMPAIGNS, assets),
                line,
                new CampaignDeeds(
                        false, true, false, true, true, "186 members", "12", "", "As Herald advised, 82% sure."),
                List.of("HEARTBEAT20"),
                figures(),
                chart(30),
                List.of(
                        new DeclineLine("No such code", "214", 100),
                        new DeclineLine("Limit reached", "61", 29),
                        new DeclineLine("This customer's limit reached", "48", 22),
                        new DeclineLine("Order below the minimum", "9", 4)),
                List.of(audience()),
                ranking("Ranking"));
    }

    /** Two groups that stand out, one with a name as long as a shop may send it. */
    private static AudienceCard audience() {
        return new AudienceCard(
                "audience",
                "Who responds",
                "compared with redemptions in your other campaigns",
                List.of(
                        new AudienceCard.Line(
                                "Lyon, 25-34",
                                "1.5 times as likely",
                                true,
                                100,
                                66.7,
                                "18% here, 12% in your other campaigns",
                                "236 redemptions"),
                        new AudienceCard.Line(
                                "Customers tagged " + "bought-at-the-flagship-store-".repeat(3),
                                "0.6 times as likely",
                                false,
                                20,
                                33.3,
                                "4% here, 6% in your other campaigns",
                                "52 redemptions")),
                "",
                "3 more groups stand out",
                "Your shop can tell more about who buys: send order.lines.category with each order, as far as your"
                        + " customers agree to it.",
                List.of("42 groups compared. None was too small."),
                "/console/campaigns/cmp_0D3N4KQ7XH2ZA/audience.csv");
    }

    static CampaignLine campaign(String name) {
        return new CampaignLine(
                "cmp_0D3N4KQ7XH2ZA",
                name,
                new Badge("Running", Tone.GOOD),
                "Personal codes",
                "20% off",
                PARIS.date(Instant.parse("2026-08-24T00:00:00Z")),
                List.of(),
                "1,313");
    }

    private static List<Figure> figures() {
        return List.of(
                new Figure(
                        "Redemptions", "1,313", List.of(new Badge("+18%", Tone.GOOD)), "1,112 in the 30 days before"),
                new Figure(
                        "Net revenue",
                        PARIS.money(11_915_342, EURO),
                        List.of(new Badge("+22%", Tone.GOOD)),
                        "after 31 reversals"),
                new Figure("New customers", "58%", List.of(new Badge("+4 pts", Tone.GOOD)), "761 first orders"),
                new Figure("Discounts given", PARIS.money(2_383_068, EURO), List.of(), "79% of the budget"));
    }

    private static Chart chart(int days) {
        var list = new ArrayList<Chart.Day>();
        var first = LocalDate.of(2026, 10, 1);
        for (int i = 0; i < days; i++) {
            var day = first.plusDays(i);
            var redemptions = Math.round(38 + 16 * Math.sin(i / 2.6) + i % 4 * 4);
            list.add(new Chart.Day(day.toString(), PARIS.day(day), redemptions, Math.round(redemptions * .66)));
        }
        return new Chart(
                "Redemptions",
                "/console",
                List.of(new Chart.Period(30, "Last 30 days", true), new Chart.Period(90, "Last 90 days", false)),
                "Redemptions by day, 1 Oct to 30 Oct: 1,313 in all, most on 29 Oct.",
                list);
    }

    private static Ranking ranking(String title) {
        return new Ranking(
                title,
                "Rate: redemptions per 1,000 followers, with its 80% interval",
                List.of(
                        row("Maya Okafor", "MAYA20", 412, 61, 4.1, 3.9, 4.4, new Badge("Top tenth", Tone.GOOD)),
                        row("Leo Brandt", "LEOB20", 377, 48, 3.4, 3.1, 3.7, new Badge("Top tenth", Tone.GOOD)),
                        row(
                                "Sofia Reyes",
                                "SOFIA20",
                                201,
                                74,
                                2.6,
                                2.3,
                                2.9,
                                new Badge("Too early to tell", Tone.PLAIN)),
                        row("Jun Park", "HBQQ5W6X", 164, 55, 1.2, .8, 1.9, new Badge("Too early to tell", Tone.PLAIN)),
                        row(
                                "Wolfeschlegelsteinhausenbergerdorff Constantine",
                                "WOLFESCHL20",
                                98,
                                69,
                                .6,
                                .3,
                                1.1,
                                new Badge("Below the top tenth", Tone.WARN)),
                        row("Tom Hale", "TOMH20", 61, 33, .2, .1, .4, new Badge("Below the top tenth", Tone.WARN))),
                "No ambassador has a code yet. Enroll ambassadors to see who drives sales.",
                "top tenth",
                new Ranking.Choices(
                        List.of(
                                new Ranking.Board("Most redeemed", "?board=redemptions#ranking", true),
                                new Ranking.Board("Best rate", "?board=rate#ranking", false)),
                        "#ranking",
                        "redemptions",
                        "19",
                        "ranking.csv",
                        "186",
                        "?all#ranking"));
    }

    private static RankingRow row(
            String name, String code, int used, int share, double rate, double low, double high, Badge verdict) {
        return new RankingRow(
                "#3",
                name,
                name.substring(0, 1) + name.charAt(name.indexOf(' ') + 1),
                "24,000 followers",
                List.of(code),
                PARIS.count(used),
                PARIS.money(used * 9_271L, EURO),
                PARIS.money(used * 1_854L, EURO),
                new Share(share, share + "%"),
                new Span(PARIS.rate(rate), PARIS.rate(low) + " to " + PARIS.rate(high), low * 20, rate * 20, high * 20),
                verdict,
                "#2 to 17, 45% chance");
    }

    static Moment someMoment() {
        return PARIS.time(Instant.parse("2026-11-22T14:03:09Z"));
    }
}
