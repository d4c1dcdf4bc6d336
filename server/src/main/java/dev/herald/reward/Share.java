package dev.herald.reward;

/**
 * One redemption's share in a {@link Standing}, or a change of it.
 *
 * @param units net order value or, for a flat rate, millionths of redemptions
 */
record Share(long units, long own, long bonus) {

    Share minus(Share other) {
        return new Share(units - other.units, own - other.own, bonus - other.bonus);
    }
}
