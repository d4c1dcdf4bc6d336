package dev.herald.wizard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Offer;
import dev.herald.campaign.Strategy;
import dev.herald.platform.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a campaign into the fields of a form, so that it can be changed or planned again. */
final class CampaignFields {

    private final Brand brand;
    private final Campaign campaign;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private CampaignFields(Brand brand, Campaign campaign) {
        this.brand = brand;
        this.campaign = campaign;
    }

    static Map<String, String> of(Brand brand, Campaign campaign) {
        return new CampaignFields(brand, campaign).written();
    }

    private Map<String, String> written() {
        fields.put("name", campaign.name());
        fields.put("objective", Choices.word(campaign.objective()));
        fields.put("strategy", Choices.word(campaign.strategy()));
        if (campaign.strategy() == Strategy.TIERED) {
            fields.put("tier", campaign.tier().percent().toPlainString());
        }
        fields.put("currency", campaign.currency().getCurrencyCode());
        fields.put("starts_at", time(campaign.startsAt()));
        fields.put("ends_at", campaign.endsAt().equals(Campaign.NO_END) ? "" : time(campaign.endsAt()));
        offer();
        limits();
        reward();
        fields.putAll(CreditFields.of(campaign.attribution()));
        return fields;
    }

    private void offer() {
        switch (campaign.offer()) {
            case Offer.Percent(var share, var max) -> {
                fields.put("offer.type", "percent");
                fields.put("offer.value", share.percent().stripTrailingZeros().toPlainString());
                if (max != Offer.NO_MAXIMUM) {
                    fields.put("offer.max", units(max));
                }
            }
            case Offer.Amount(var value, var _) -> {
                fields.put("offer.type", "amount");
                fields.put("offer.value", units(value));
            }
            case Offer.FreeShipping() -> fields.put("offer.type", "free_shipping");
        }
    }

    private void limits() {
        var limits = campaign.limits();
        count("limits.per_customer", limits.perCustomer());
        count("limits.per_code", limits.perCode());
        count("limits.per_campaign", limits.perCampaign());
        if (limits.firstOrderOnly()) {
            fields.put("limits.first_order_only", "yes");
        }
        if (limits.minimumOrder() > 0) {
            fields.put("limits.minimum_order", units(limits.minimumOrder()));
        }
        if (limits.budget() != Limits.NONE) {
            fields.put("limits.budget", units(limits.budget()));
        }
    }

    private void reward() {
        if (campaign.reward() != null) {
            var digits = Math.max(0, campaign.currency().getDefaultFractionDigits());
            fields.putAll(RewardFields.of(Json.read(campaign.reward(), JsonNode.class), digits));
        }
    }

    private void count(String field, long most) {
        if (most != Limits.NONE) {
            fields.put(field, Long.toString(most));
        }
    }

    private String units(long minor) {
        var digits = Math.max(0, campaign.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }

    private String time(Instant at) {
        return LocalDateTime.ofInstant(at, brand.zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
