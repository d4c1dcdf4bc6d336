package dev.herald.portal;

import dev.herald.campaign.Campaign;
import dev.herald.code.PromoCode;
import dev.herald.insight.Latest;
import dev.herald.insight.Verdict;
import dev.herald.portal.AmbassadorPage.Figure;
import dev.herald.portal.AmbassadorPage.Order;
import dev.herald.portal.AmbassadorPage.Rank;
import dev.herald.web.Formats;
import dev.herald.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what an ambassador sees of one campaign. Pure. */
record TicketRules(Texts texts, Formats formats, Instant now) {

    static boolean isOver(Campaign.State state) {
        return state == Campaign.State.ENDED || state == Campaign.State.ARCHIVED;
    }

    /** How to greet somebody: by the first name, unless that is a title or an initial. */
    static String callName(String name) {
        var first = name.strip().replaceFirst("(?s)\\s.*", "");
        return first.length() < 2 || first.endsWith(".") ? name : first;
    }

    boolean isLive(Campaign campaign, PromoCode code) {
        return campaign.shownState(now) == Campaign.State.RUNNING && code.isLive(now);
    }

    /** How things stand, in a word or two. */
    String state(Campaign campaign, PromoCode code) {
        if (!code.isLive(now)) {
            return texts.say("state.off");
        }
        return switch (campaign.shownState(now)) {
            case RUNNING -> texts.say("state.live");
            case SCHEDULED ->
                texts.say("state.starts", formats.date(campaign.startsAt()).shown());
            case DRAFT -> texts.say("state.soon");
            case PAUSED -> texts.say("state.paused");
            case ENDED, ARCHIVED -> texts.say("state.ended");
        };
    }

    String offer(Campaign campaign, PromoCode code) {
        var offer = new OfferWords(texts, formats).offer(campaign);
        return texts.say(code.kind() == PromoCode.Kind.BLANKET ? "your.shared" : "your.code", offer);
    }

    String uses(long count) {
        return formats.count(count) + " " + texts.count("used", count);
    }

    Figure used(long count) {
        return new Figure(formats.count(count), texts.count("used", count));
    }

    /** Of a shared code: what came by the ambassador's own link. */
    Figure credited(long count) {
        return new Figure(formats.count(count), texts.count("credited", count));
    }

    Figure clicks(long count) {
        return new Figure(formats.count(count), texts.count("clicks", count));
    }

    /** A place is told only where the figures tell something; of nothing there is no order. */
    Figure rank(Optional<Standing> standing) {
        return standing.filter(TicketRules::isTold)
                .map(one -> new Figure(
                        "#" + formats.count(one.place().number()), texts.say("rank.of", formats.count(one.among()))))
                .orElseGet(() -> new Figure("\u2013", texts.say("rank.early")));
    }

    /** The same in sentences, with the interval. */
    Rank place(Optional<Standing> standing) {
        var lines = new ArrayList<String>();
        var told = standing.filter(TicketRules::isTold);
        told.ifPresentOrElse(
                one -> {
                    lines.add(texts.say("rank.place", formats.count(one.place().number()), formats.count(one.among())));
                    if (one.place().from() < one.place().to()) {
                        lines.add(texts.say(
                                "rank.range",
                                formats.count(one.place().from()),
                                formats.count(one.place().to())));
                    }
                    if (one.place().verdict() == Verdict.TOP) {
                        lines.add(texts.say("rank.top"));
                    }
                },
                () -> lines.add(texts.say("rank.unsure")));
        standing.filter(one -> one.redemptions() > 0)
                .map(Standing::estimate)
                .ifPresent(rate -> lines.add(texts.say(
                        "rank.rate", formats.rate(rate.rate()), formats.rate(rate.low()), formats.rate(rate.high()))));
        return new Rank(lines);
    }

    private static boolean isTold(Standing standing) {
        return standing.redemptions() > 0 && standing.place().verdict() != Verdict.TOO_EARLY_TO_TELL;
    }

    /** A redemption, and why it is his and what it earned. */
    record Told(Latest latest, List<String> why) {}

    List<Order> latest(List<Told> latest) {
        return latest.stream().map(told -> order(told.latest(), told.why())).toList();
    }

    private Order order(Latest one, List<String> why) {
        return new Order(
                one.region().isEmpty() ? texts.say("latest.order") : texts.say("latest.order.in", one.region()),
                ago(one.at()),
                one.firstOrder(),
                one.undone(),
                why);
    }

    /** How long ago, roughly: nobody needs the second, and none could be told from it. */
    String ago(Instant at) {
        var past = Duration.between(at, now);
        if (past.toMinutes() < 1) {
            return texts.say("ago.now");
        }
        if (past.toHours() < 1) {
            return ago("ago.minutes", past.toMinutes());
        }
        if (past.toDays() < 1) {
            return ago("ago.hours", past.toHours());
        }
        return past.toDays() < 30
                ? ago("ago.days", past.toDays())
                : formats.date(at).shown();
    }

    private String ago(String unit, long count) {
        return texts.count(unit, count, formats.count(count));
    }
}
