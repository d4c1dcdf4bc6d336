package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An amount moved from one account to another, for a cause. Never changed once recorded.
 *
 * @param id shown with the prefix {@code led_}
 * @param campaign 0 for what settles payouts
 * @param amount minor units of {@code currency}; 0 tells of an order that earned nothing because a cap was reached
 * @param redemption what it was earned by; 0 for payouts and for what an estimate tells
 * @param reversal what undid it; 0 if nothing did
 * @param payout what settles it; 0 if none does
 * @param estimate the version of the campaign's estimate that it was earned by; 0 if by none
 * @param terms of what a redemption earned by itself
 */
public record LedgerEntry(
        long id,
        AmbassadorId ambassador,
        long campaign,
        String currency,
        EntryKind kind,
        Account debit,
        Account credit,
        long amount,
        long redemption,
        long reversal,
        long payout,
        int estimate,
        @Nullable Terms terms,
        Instant postedAt) {

    public static final String PREFIX = "led_";

    /**
     * How it came about.
     *
     * @param plan the plan then
     * @param rate an amount, or basis points of the net order
     * @param dueAt until when it is held
     */
    public record Terms(long plan, long rate, Instant dueAt) {}

    /** One that moves nothing is kept for its cause, and shown to nobody as a line of money. */
    public boolean movesAnything() {
        return amount != 0;
    }

    /** What of an order's reward is not held any longer. */
    LedgerEntry matured(long id, long amount, Instant at) {
        return new LedgerEntry(
                id,
                ambassador,
                campaign,
                currency,
                EntryKind.MATURED,
                Account.HELD,
                Account.DUE,
                amount,
                redemption,
                0,
                0,
                0,
                null,
                at);
    }

    /** A prize of the campaign that this order counted in; it is due at once. */
    LedgerEntry prize(long id, long amount, Instant at) {
        return new LedgerEntry(
                id,
                ambassador,
                campaign,
                currency,
                EntryKind.PRIZE,
                Account.COST,
                Account.DUE,
                amount,
                redemption,
                0,
                0,
                0,
                null,
                at);
    }

    /** What an estimate of a campaign that is over tells to pay; it is due at once. */
    static LedgerEntry byEstimate(
            long id, EntryKind kind, Campaign campaign, int version, AmbassadorId ambassador, long amount, Instant at) {
        return new LedgerEntry(
                id,
                ambassador,
                campaign.id().value(),
                campaign.currency().getCurrencyCode(),
                kind,
                Account.COST,
                Account.DUE,
                amount,
                0,
                0,
                0,
                version,
                null,
                at);
    }

    /** With the prefix {@code pay_}. */
    public String shownPayout() {
        return new PayoutId(payout).toString();
    }

    public String shownId() {
        return Ids.format(PREFIX, id);
    }
}
