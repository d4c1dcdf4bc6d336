package dev.herald.reward;

/**
 * What of an order still counts towards a reward.
 *
 * @param amount the order value when it was redeemed, minor units
 * @param net of that, what the buyer paid for the goods: less the discount on them
 * @param firstOrder whether it was the customer's first
 * @param undone order value undone since
 * @param gone whether nothing of it stands any more
 */
record Earned(long amount, long net, boolean firstOrder, long undone, boolean gone) {

    static Earned whole(long amount, long net, boolean firstOrder) {
        return new Earned(amount, net, firstOrder, 0, false);
    }

    Earned less(long undone, boolean gone) {
        return new Earned(amount, net, firstOrder, this.undone + undone, this.gone || gone);
    }

    /** The part of a value that belongs to what still stands, rounded half up. */
    long standingOf(long value) {
        if (gone) {
            return 0;
        }
        return undone == 0 ? value : RewardRules.part(value, amount - undone, amount);
    }
}
