package dev.herald.bench.faults;

import java.util.List;

/** What is there in the end: the rows of the database, its counters, and the figures that the API shows. */
record Found(List<Row> rows, List<Undone> reversals, List<Hold> holds, List<Limited> campaigns, List<Counted> codes) {

    /** No limit. */
    static final long NONE = Long.MAX_VALUE;

    Found {
        rows = List.copyOf(rows);
        reversals = List.copyOf(reversals);
        holds = List.copyOf(holds);
        campaigns = List.copyOf(campaigns);
        codes = List.copyOf(codes);
    }

    /** A redemption as it stands in the database. */
    record Row(String id, String campaign, String code, String order, long amount, long discount) {}

    /** A reversal of a redemption; {@code back} is the discount given back. */
    record Undone(String id, String redemption, long amount, long back, boolean complete, boolean slotBack) {}

    /** A reservation that holds a slot. */
    record Hold(String id, String campaign, String code, String order, long discount) {}

    /**
     * What a campaign allows, what the database has counted of it, and what the API shows of it.
     *
     * @param perCampaign,perCode,perCustomer,budget {@link #NONE} for no limit
     * @param percent what the offer takes off
     * @param used,spent equal to what the rows say, where there is no counter
     * @param timeline,ranking redemptions that stand, as the API shows them
     */
    record Limited(
            String campaign,
            long perCampaign,
            long perCode,
            long perCustomer,
            long budget,
            long percent,
            long used,
            long spent,
            long timeline,
            long ranking) {

        /** What the offer takes off an order, rounded half up. */
        long discountOn(long amount) {
            return (amount * percent + 50) / 100;
        }
    }

    /** How often a code was used, as its counter says. */
    record Counted(String campaign, String code, long used) {}
}
