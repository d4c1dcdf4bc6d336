package dev.herald.campaign;

import dev.herald.access.BrandId;
import dev.herald.money.BasisPoints;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A dated effort with one objective, one offer, one code strategy, limits and a budget.
 *
 * @param version grows with every change
 * @param tier share of the ambassadors, those with the most followers, who get codes of their own if it is tiered
 * @param state as the brand set it; see {@link #shownState} for what the calendar makes of it
 * @param reversals what undoing a redemption gives back; counts when it is undone, not when it was redeemed
 * @param attribution whom a redemption is credited to; counts when it is redeemed
 * @param reward the reward plan as JSON, absent if there is none
 * @param blanketCode how the campaign's own code is shown, absent if it has none
 */
public record Campaign(
        BrandId brand,
        CampaignId id,
        int version,
        String name,
        Objective objective,
        Strategy strategy,
        BasisPoints tier,
        Offer offer,
        Currency currency,
        Instant startsAt,
        Instant endsAt,
        boolean combinable,
        State state,
        Limits limits,
        ReversalPolicy reversals,
        AttributionPolicy attribution,
        @Nullable String reward,
        @Nullable String blanketCode,
        Instant createdAt) {

    /** The usual tier: a fifth. */
    public static final BasisPoints USUAL_TIER = new BasisPoints(2_000);

    /** The end of a campaign that has none. */
    public static final Instant NO_END = Instant.MAX;

    /** The life cycle. */
    public enum State {
        DRAFT,
        SCHEDULED,
        RUNNING,
        PAUSED,
        ENDED,
        ARCHIVED
    }

    public Campaign {
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("A campaign starts before it ends");
        }
    }

    /** Whether what becomes of a redemption depends on whether its customer ordered before. */
    public boolean asksForFirstOrder() {
        return limits.firstOrderOnly() || attribution.asksForFirstOrder();
    }

    /** The state a person sees at a moment: a launched campaign is scheduled before its start and ended after its end. */
    public State shownState(Instant now) {
        if (state != State.RUNNING) {
            return state;
        }
        if (now.isBefore(startsAt)) {
            return State.SCHEDULED;
        }
        return now.isBefore(endsAt) ? State.RUNNING : State.ENDED;
    }
}
