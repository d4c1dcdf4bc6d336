package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.BrandSecret;
import dev.herald.access.KeyedHash;
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
import dev.herald.redemption.Situation.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** Examples for the rules of redemption: 20 % off in USD, all of 2026. */
final class Attempts {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    static final BrandId BRAND = new BrandId(1);
    static final BrandSecret SECRET = new BrandSecret(new byte[32]);
    static final KeyedHash MIA = new KeyedHash(1, 1);
    static final KeyedHash MIAS_EMAIL = new KeyedHash(1, 2);
    static final PromoCode CODE = new PromoCode(
            new CodeId(7),
            new CampaignId(3),
            null,
            PromoCode.Kind.BLANKET,
            "HEARTBEAT20",
            "HEARTBEAT20",
            PromoCode.Status.LIVE,
            true,
            null,
            null);

    private Attempts() {}

    static Campaign campaign(Campaign.State state, Limits limits, boolean combinable) {
        return new Campaign(
                BRAND,
                new CampaignId(3),
                1,
                "Summer",
                Objective.LOYALTY,
                Strategy.BLANKET,
                Campaign.USUAL_TIER,
                new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM),
                Currency.getInstance("USD"),
                START,
                END,
                combinable,
                state,
                limits,
                ReversalPolicy.DEFAULT,
                AttributionPolicy.DEFAULT,
                null,
                null,
                START);
    }

    static Campaign running(Limits limits) {
        return campaign(Campaign.State.RUNNING, limits, false);
    }

    static Attempt order(long amount) {
        return attempt(new Order("o", amount, "USD", 0, null, null, List.of()), MIA);
    }

    static Attempt attempt(Order order, KeyedHash... identities) {
        return new Attempt(
                BRAND,
                SECRET,
                CODE,
                null,
                new Buyer(List.of(identities), null, null, List.of()),
                order,
                new KeyedHash(9, 9),
                LocalDate.ofInstant(NOON, ZoneOffset.UTC),
                List.of(),
                null);
    }

    /** Nothing used, a customer never seen, an order without a code, at noon. */
    static Situation fresh(Campaign campaign) {
        return new Situation(campaign, true, NOON, 0, 0, 0, List.of(), List.of(0L), false, OrderState.FRESH);
    }

    static Situation used(Campaign campaign, long used, long spent, long codeUsed) {
        return new Situation(
                campaign, true, NOON, used, spent, codeUsed, List.of(), List.of(0L), false, OrderState.FRESH);
    }

    /** A customer of whom so many redemptions stand. */
    static Situation known(Campaign campaign, long standing) {
        return new Situation(campaign, true, NOON, 0, 0, 0, List.of(), List.of(standing), false, OrderState.FRESH);
    }

    /** The buyer is an ambassador, where that is declined. */
    static Situation selfUse(Campaign campaign) {
        return new Situation(campaign, true, NOON, 0, 0, 0, List.of(), List.of(0L), true, OrderState.FRESH);
    }

    static Situation onOrder(Campaign campaign, boolean combinable, Long... campaigns) {
        return new Situation(
                campaign,
                true,
                NOON,
                0,
                0,
                0,
                List.of(),
                List.of(0L),
                false,
                new OrderState(Set.of(campaigns), List.of(campaigns), combinable, false));
    }
}
