package dev.herald.reward;

import java.time.Instant;

/** What happened, as far as it concerns rewards; read in the order of the events. */
sealed interface RewardEvent {

    /**
     * @param ambassador whom it is credited to; 0 for nobody
     * @param placedAt when the order was placed; whatever the shop says, not after it was redeemed
     */
    record Redeemed(long redemption, long campaign, long ambassador, String currency, Earned order, Instant placedAt)
            implements RewardEvent {}

    /**
     * @param undone order value undone by this reversal
     * @param gone whether nothing stands after it
     */
    record Reversed(long reversal, long redemption, long undone, boolean gone) implements RewardEvent {}

    /** From here on another plan counts. */
    record Planned(long campaign, long plan) implements RewardEvent {}

    /** Of no concern here. */
    record Other() implements RewardEvent {}
}
