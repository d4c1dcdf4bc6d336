package dev.herald.console;

import dev.herald.ambassador.Ambassador;
import dev.herald.campaign.Campaign;
import dev.herald.code.PromoCode;
import dev.herald.console.Badge.Tone;
import dev.herald.console.ProfilePage.Mail;
import dev.herald.console.ProfilePage.Membership;
import dev.herald.console.ProfilePage.Person;
import dev.herald.console.ProfilePage.Visits;
import dev.herald.insight.AmbassadorFigures.Sales;
import dev.herald.insight.RankedAmbassador;
import dev.herald.insight.RankingChoice;
import dev.herald.insight.Totals;
import dev.herald.invite.Invitation;
import dev.herald.web.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a profile of what is known of an ambassador. */
record ProfileRules(Formats formats, Instant now) {

    Person person(Ambassador one) {
        var badges = new ArrayList<Badge>();
        if (one.isRemoved()) {
            badges.add(new Badge("Removed", Tone.PLAIN));
        }
        if (one.unsubscribedAt() != null) {
            badges.add(new Badge("Wants no mail", Tone.WARN));
        }
        return new Person(
                one.id().toString(),
                one.name(),
                RankingRules.initials(one.name()),
                Objects.requireNonNullElse(one.email(), ""),
                Objects.requireNonNullElse(one.handle(), ""),
                formats.count(one.audienceSize()),
                one.channels(),
                one.tags(),
                formats.date(one.createdAt()),
                badges,
                one.isRemoved());
    }

    /** What was brought in all; three numbers that stay honest when there is nothing. */
    List<Figure> figures(@Nullable Sales sales) {
        if (sales == null) {
            return List.of(
                    new Figure("Redemptions", "0", List.of(), "None so far"),
                    new Figure("Net revenue", "\u2013", List.of(), "Nothing sold yet"),
                    new Figure("New customers", "\u2013", List.of(), "No order yet"));
        }
        var totals = sales.totals();
        var orders = totals.firstOrders() == 1 ? " first order" : " first orders";
        return List.of(
                new Figure(
                        "Redemptions",
                        formats.count(totals.redemptions()),
                        List.of(),
                        sales.elsewhere()
                                ? "in " + sales.currency() + "; more in other currencies"
                                : "since the start"),
                new Figure(
                        "Net revenue",
                        formats.money(totals.revenue(), sales.currency()),
                        List.of(),
                        formats.count(totals.reversed()) + " undone completely"),
                new Figure(
                        "New customers",
                        formats.percent(totals.firstOrderShare()),
                        List.of(),
                        formats.count(totals.firstOrders()) + orders));
    }

    Membership membership(Campaign campaign, PromoCode code, long used, List<RankedAmbassador> place) {
        var line = new CampaignLines(formats, now).line(campaign, Totals.NONE);
        return new Membership(
                campaign.name(),
                line.address(),
                line.state(),
                code.display(),
                codeState(code),
                code.owner() == null,
                formats.count(used),
                place.stream()
                        .map(one -> new RankingRules(formats, campaign.currency())
                                .row(one, RankingChoice.USUAL, one.estimate().high()))
                        .toList());
    }

    private Badge codeState(PromoCode code) {
        if (code.status() == PromoCode.Status.DISABLED) {
            return new Badge("Disabled", Tone.BAD);
        }
        if (!code.isLive(now)) {
            return new Badge("Expired", Tone.PLAIN);
        }
        var ends = code.expiresAt();
        return ends == null
                ? new Badge("Live", Tone.GOOD)
                : new Badge("Live until " + formats.date(ends).shown(), Tone.INFO);
    }

    Visits visits(Ambassador one, int links, boolean mailServer) {
        var opened = Stream.of(one.firstOpenedAt(), one.lastOpenedAt())
                .filter(Objects::nonNull)
                .map(formats::time)
                .toList();
        return new Visits(links, opened, mailServer && one.canBeMailed(), whyNot(one, mailServer));
    }

    private static String whyNot(Ambassador one, boolean mailServer) {
        if (one.email() == null) {
            return "No e-mail address is known: make a link and send it yourself.";
        }
        if (one.unsubscribedAt() != null) {
            return "No mail is wanted at this address. Only the ambassador can change that.";
        }
        return mailServer
                ? ""
                : "Herald has no mail server: make a link and send it yourself, or start Herald with --smtp and --mail-from.";
    }

    List<Mail> mails(List<Invitation> invitations) {
        return invitations.stream()
                .map(one -> new Mail(one.address(), MailRules.state(one.state()), one.reason(), formats.time(one.at())))
                .toList();
    }
}
