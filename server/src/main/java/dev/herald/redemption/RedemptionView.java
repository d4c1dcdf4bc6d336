package dev.herald.redemption;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.code.PromoCode;
import dev.herald.money.Money;
import dev.herald.money.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A redemption as the API shows it. Made of the row and of what never changes about the code, so that it is the same
 * byte for byte whenever it is asked for.
 */
record RedemptionView(
        RedemptionId id,
        CodeName code,
        CampaignName campaign,
        @Nullable AmbassadorName ambassador,
        @Nullable CreditView credit,
        OrderView order,
        Money discount,
        @Nullable List<LineDiscount> lineDiscounts,
        Instant redeemedAt,
        @Nullable String correctedFrom) {

    record CodeName(CodeId id, String text, String display) {

        static CodeName of(PromoCode code) {
            return new CodeName(code.id(), code.text(), code.display());
        }
    }

    record CampaignName(CampaignId id, String name) {}

    record AmbassadorName(AmbassadorId id, @Nullable String name) {}

    /** Why it is credited to the ambassador, or to nobody. */
    record CreditView(Credit.Reason reason, @Nullable Instant clickedAt) {

        /** Absent for redemptions from before this was kept: what was answered then is answered still. */
        static @Nullable CreditView of(@Nullable Credit credit) {
            return credit == null ? null : new CreditView(credit.reason(), credit.clickedAt());
        }
    }

    record OrderView(String reference, Money amount, Money shipping, Instant placedAt, boolean firstOrder) {}

    /** The part of the discount that falls on one line. */
    record LineDiscount(String sku, long amount, Currency currency) {}

    static RedemptionView of(Redemption redemption, PromoCode code) {
        var currency = Currency.getInstance(redemption.currency());
        return new RedemptionView(
                redemption.id(),
                CodeName.of(code),
                new CampaignName(redemption.campaign(), redemption.campaignName()),
                redemption.ambassador() == null
                        ? null
                        : new AmbassadorName(redemption.ambassador(), redemption.ambassadorName()),
                CreditView.of(redemption.credit()),
                new OrderView(
                        redemption.orderReference(),
                        new Money(redemption.amount(), currency),
                        new Money(redemption.shipping(), currency),
                        redemption.placedAt(),
                        redemption.firstOrder()),
                new Money(redemption.discount(), currency),
                redemption.onShipping() ? null : lineDiscounts(redemption.discount(), redemption.lines(), currency),
                redemption.redeemedAt(),
                redemption.correctedFrom());
    }

    /** The parts of a discount on the merchandise; absent without lines. */
    static @Nullable List<LineDiscount> lineDiscounts(long discount, List<OrderLine> lines, Currency currency) {
        if (lines.isEmpty()) {
            return null;
        }
        var parts = Split.byLargestRemainder(
                discount, lines.stream().map(OrderLine::amount).toList());
        var view = new ArrayList<LineDiscount>();
        for (int i = 0; i < lines.size(); i++) {
            view.add(new LineDiscount(lines.get(i).sku(), parts.get(i), currency));
        }
        return view;
    }
}
