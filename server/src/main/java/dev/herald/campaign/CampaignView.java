package dev.herald.campaign;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.herald.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A campaign as the API shows it. */
record CampaignView(
        CampaignId id,
        String name,
        String objective,
        String strategy,
        @Nullable BigDecimal tier,
        String state,
        OfferView offer,
        String currency,
        Instant startsAt,
        @Nullable Instant endsAt,
        boolean combinable,
        LimitsView limits,
        ReversalPolicy reversals,
        AttributionPolicy attribution,
        @Nullable @JsonRawValue String reward,
        @Nullable String blanketCode,
        Instant createdAt) {

    record OfferView(
            String type, @Nullable Number value, @Nullable Money max) {}

    record LimitsView(
            @Nullable Long perCode,
            @Nullable Long perCampaign,
            @Nullable Long perCustomer,
            @Nullable Long perCustomerPerDay,
            @Nullable Long perCustomerPerWeek,
            @Nullable Long perCustomerPerMonth,
            boolean firstOrderOnly,
            @Nullable Money minimumOrder,
            @Nullable Money budget) {}

    static CampaignView of(Campaign campaign, Instant now) {
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                word(campaign.objective()),
                word(campaign.strategy()),
                campaign.strategy() == Strategy.TIERED ? campaign.tier().share() : null,
                word(campaign.shownState(now)),
                offer(campaign),
                campaign.currency().getCurrencyCode(),
                campaign.startsAt(),
                campaign.endsAt().equals(Campaign.NO_END) ? null : campaign.endsAt(),
                campaign.combinable(),
                limits(campaign),
                campaign.reversals(),
                campaign.attribution(),
                campaign.reward(),
                campaign.blanketCode(),
                campaign.createdAt());
    }

    private static OfferView offer(Campaign campaign) {
        return switch (campaign.offer()) {
            case Offer.Percent(var share, var max) ->
                new OfferView("percent", share.percent(), money(campaign, max, Offer.NO_MAXIMUM));
            case Offer.Amount(var value, var _) -> new OfferView("amount", value, null);
            case Offer.FreeShipping() -> new OfferView("free_shipping", null, null);
        };
    }

    private static LimitsView limits(Campaign campaign) {
        var limits = campaign.limits();
        return new LimitsView(
                count(limits.perCode()),
                count(limits.perCampaign()),
                count(limits.perCustomer()),
                count(limits.perCustomerPerDay()),
                count(limits.perCustomerPerWeek()),
                count(limits.perCustomerPerMonth()),
                limits.firstOrderOnly(),
                money(campaign, limits.minimumOrder(), 0),
                money(campaign, limits.budget(), Limits.NONE));
    }

    private static @Nullable Long count(long limit) {
        return limit == Limits.NONE ? null : limit;
    }

    private static @Nullable Money money(Campaign campaign, long minor, long none) {
        return minor == none ? null : new Money(minor, campaign.currency());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
