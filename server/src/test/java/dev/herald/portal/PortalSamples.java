package dev.herald.portal;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Offer;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.Strategy;
import dev.herald.code.CodeId;
import dev.herald.code.PromoCode;
import dev.herald.money.BasisPoints;
import dev.herald.portal.AmbassadorPage.Captions;
import dev.herald.portal.AmbassadorPage.Figure;
import dev.herald.portal.AmbassadorPage.Line;
import dev.herald.portal.AmbassadorPage.Order;
import dev.herald.portal.AmbassadorPage.Rank;
import dev.herald.portal.AmbassadorPage.Ticket;
import dev.herald.web.Assets;
import dev.herald.web.Formats;
import dev.herald.web.Texts;
import dev.herald.web.Theme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Campaigns, codes and models of the ambassador's page. */
public final class PortalSamples {

    static final Instant START = Instant.parse("2026-12-04T23:00:00Z");
    static final Offer TWENTY_PERCENT = new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM);

    private PortalSamples() {}

    public static AmbassadorPage page(Assets assets) {
        return new AmbassadorPage(
                new Around("Your code at Heartbeat", Texts.of(Locale.ENGLISH), "#a61e4d", Theme.SYSTEM, assets),
                "Maya",
                "Heartbeat",
                "/a/token",
                ticket(),
                List.of(),
                List.of(new Line("/a/token?of=enr_2", "Summer run", "MAYASUN", "97 uses")),
                List.of(),
                "2026-12");
    }

    static Ticket ticket() {
        return new Ticket(
                "enr_1",
                "Heartbeat autumn",
                true,
                "Live",
                "Your code, 20% off for followers",
                "MAYA20",
                null,
                List.of(new Figure("412", "uses")),
                "",
                new DayRules(Texts.of(Locale.ENGLISH), formats()).days(Map.of(), LocalDate.EPOCH),
                List.of(new Captions(
                        "x",
                        "X",
                        List.of(new Captions.Text(
                                "MAYA20 #ad", CaptionCards.parts("MAYA20 #ad", "MAYA20"), "10 of 280 characters")))),
                new Rank(List.of("Too early to tell.")),
                List.of(new Order("Order in Lyon", "2 hours ago", true, false, List.of("The buyer used your code."))),
                null,
                AmbassadorPage.Choice.open("/a/token/code", "enr_1"),
                null);
    }

    static Formats formats() {
        return new Formats(Locale.ENGLISH, ZoneId.of("Europe/Paris"));
    }

    static Campaign campaign(Offer offer, Campaign.State state) {
        return campaign(offer, state, Limits.UNLIMITED, Campaign.NO_END);
    }

    static Campaign campaign(Offer offer, Campaign.State state, Limits limits, Instant end) {
        return new Campaign(
                new BrandId(1),
                new CampaignId(2),
                1,
                "Heartbeat autumn",
                Objective.LOYALTY,
                Strategy.PERSONAL,
                Campaign.USUAL_TIER,
                offer,
                Currency.getInstance("EUR"),
                START,
                end,
                false,
                state,
                limits,
                ReversalPolicy.DEFAULT,
                AttributionPolicy.DEFAULT,
                null,
                null,
                START);
    }

    static PromoCode code(PromoCode.Kind kind, PromoCode.Status status) {
        return new PromoCode(
                new CodeId(3),
                new CampaignId(2),
                new AmbassadorId(4),
                kind,
                "MAYA20",
                "MAYA20",
                status,
                true,
                null,
                null);
    }
}
