package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code used on a placed order. Never changed once recorded. Amounts are minor units of {@code currency}.
 *
 * @param ambassador whom it is credited to; absent for nobody
 * @param onShipping whether the discount is on the shipping, and so on none of the lines
 * @param turnDay the day, in the brand's time zone, whose turns it took
 * @param customers keyed hashes of the customer's identities, sorted
 * @param correctedFrom what the buyer typed, where it was mended
 * @param credit why it is credited to the ambassador, or to nobody; absent if it was made before this was kept
 */
public record Redemption(
        BrandId brand,
        RedemptionId id,
        CampaignId campaign,
        CodeId codeId,
        @Nullable AmbassadorId ambassador,
        String campaignName,
        @Nullable String ambassadorName,
        @Nullable RequestKey key,
        KeyedHash orderHash,
        String orderReference,
        List<KeyedHash> customers,
        long amount,
        long shipping,
        long discount,
        boolean onShipping,
        String currency,
        Instant placedAt,
        LocalDate turnDay,
        Instant redeemedAt,
        boolean firstOrder,
        @Nullable String region,
        @Nullable String ageBand,
        List<String> tags,
        List<OrderLine> lines,
        @Nullable String correctedFrom,
        @Nullable Credit credit) {

    public Redemption {
        customers = List.copyOf(customers);
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
    }

    static Redemption of(
            LaneTask.Redeem task,
            Campaign campaign,
            CreditRules.Credited credited,
            RedemptionRules.Decision.Accepted accepted,
            Instant now) {
        var attempt = task.attempt();
        var order = attempt.order();
        return new Redemption(
                attempt.brand(),
                task.newId(),
                campaign.id(),
                attempt.code().id(),
                credited.ambassador(),
                campaign.name(),
                credited.name(),
                attempt.key(),
                attempt.orderHash(),
                order.reference(),
                attempt.buyer().identities(),
                order.amount(),
                order.shipping(),
                accepted.discount(),
                campaign.offer().isOnShipping(),
                order.currency(),
                RedemptionRules.placedAt(attempt, now),
                attempt.turnDay(),
                now,
                accepted.firstOrder(),
                attempt.buyer().region(),
                attempt.buyer().ageBand(),
                attempt.buyer().tags(),
                order.lines(),
                attempt.correctedFrom(),
                credited.credit());
    }
}
