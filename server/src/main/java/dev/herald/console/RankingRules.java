package dev.herald.console;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Strategy;
import dev.herald.console.Badge.Tone;
import dev.herald.console.Ranking.Choices;
import dev.herald.console.RankingRow.Share;
import dev.herald.console.RankingRow.Span;
import dev.herald.insight.Board;
import dev.herald.insight.Estimate;
import dev.herald.insight.Place;
import dev.herald.insight.RankedAmbassador;
import dev.herald.insight.RankingChoice;
import dev.herald.insight.Verdict;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Puts a ranking into rows that say how sure it is. */
record RankingRules(Formats formats, Currency currency) {

    private static final String EXPLAINED =
            "Rate: redemptions per 1,000 people reached; it lies within the interval with a probability of 80%";

    /** What was asked for; what cannot be is replaced by what is usual. */
    static RankingChoice chosen(Form asked) {
        var board = Board.of(asked.value("board")).orElse(Board.REDEMPTIONS);
        var top = asked.value("top").matches("[0-9]{1,6}") ? Integer.parseInt(asked.value("top")) : 0;
        return new RankingChoice(board, top);
    }

    /**
     * The ranking of a campaign, or why it has none.
     *
     * @param some the first of them, with codes
     */
    Ranking ranking(Campaign campaign, RankingChoice choice, List<RankedAmbassador> some, int among) {
        var empty = campaign.strategy() == Strategy.BLANKET
                ? "Everybody shares one code here, so it cannot tell who drove which sale."
                : "No ambassador has a code yet. Add some to see who drives sales.";
        var ranking = ranking("Ranking", choice, some, empty);
        return new Ranking(
                ranking.title(),
                EXPLAINED,
                ranking.rows(),
                empty,
                ranking.top(),
                choices("/console/campaigns/" + campaign.id(), choice, some.size(), among));
    }

    Ranking ranking(String title, RankingChoice choice, List<RankedAmbassador> ranked, String emptyText) {
        var scale =
                ranked.stream().mapToDouble(one -> one.estimate().high()).max().orElse(1);
        return new Ranking(
                title,
                EXPLAINED,
                ranked.stream().map(one -> row(one, choice, scale)).toList(),
                emptyText,
                top(choice),
                null);
    }

    private Choices choices(String address, RankingChoice choice, int shown, int among) {
        var top = choice.top() == 0 ? "" : "&top=" + choice.top();
        var board = "?board=" + choice.board().word();
        return new Choices(
                List.of(
                        board("Most redeemed", Board.REDEMPTIONS, choice, address, top),
                        board("Best rate", Board.RATE, choice, address, top)),
                address + "#ranking",
                choice.board().word(),
                Integer.toString(choice.top(among)),
                address + "/ranking.csv" + board + top,
                shown < among ? formats.count(among) : "",
                address + board + top + "&all#ranking");
    }

    private static Ranking.Board board(String text, Board board, RankingChoice choice, String address, String top) {
        return new Ranking.Board(text, address + "?board=" + board.word() + top + "#ranking", board == choice.board());
    }

    private String top(RankingChoice choice) {
        return choice.top() == 0 ? "top tenth" : "top " + formats.count(choice.top());
    }

    RankingRow row(RankedAmbassador one, RankingChoice choice, double scale) {
        var totals = one.totals();
        var place = one.place();
        return new RankingRow(
                "#" + formats.count(place.number()),
                one.name(),
                initials(one.name()),
                formats.count(one.audienceSize()) + " followers",
                one.codes().stream().map(RankedAmbassador.Code::display).toList(),
                formats.count(totals.redemptions()),
                formats.money(totals.revenue(), currency),
                formats.money(totals.discount(), currency),
                new Share((int) Math.round(totals.firstOrderShare() * 100), formats.percent(totals.firstOrderShare())),
                span(one.estimate(), scale),
                verdict(place.verdict(), top(choice)),
                places(place));
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

    private static Badge verdict(Verdict verdict, String top) {
        return switch (verdict) {
            case TOP -> new Badge("T" + top.substring(1), Tone.GOOD);
            case NOT_TOP -> new Badge("Not " + top, Tone.PLAIN);
            case TOO_EARLY_TO_TELL -> new Badge("Too early to tell", Tone.INFO);
        };
    }

    private String places(Place place) {
        var places = place.from() == place.to()
                ? "#" + formats.count(place.from())
                : "#" + formats.count(place.from()) + " to " + formats.count(place.to());
        return places + ", " + formats.percent(place.topChance()) + " chance";
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
