package dev.herald.redemption;

/** What the buyer paid for the goods: the order less its discount, without shipping. Minor units. */
public final class NetOrder {

    /** Of a row of redemptions; rows from before it was noted tell a discount on shipping by its size. */
    public static final String SQL =
            "amount - case when coalesce(on_shipping, discount > amount) then 0 else least(discount, amount) end";

    private NetOrder() {}
}
