package dev.herald.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * A brand's past, made up: who bought what with whose code. The same seed makes the same past. Few ambassadors sell
 * much and many sell little, one redemption in thirty was cancelled, and amounts are spread as in real shops.
 */
final class FillWorld {

    private static final Duration PAST = Duration.ofDays(90);
    private static final int REDEMPTIONS_FOR_EACH_CODE = 100;
    private static final int REDEMPTIONS_FOR_EACH_CAMPAIGN = 10_000;
    private static final int REDEMPTIONS_FOR_EACH_CUSTOMER = 3;
    private static final double CANCELLED = 1 / 30.0;
    private static final double SKEW = 3;

    /** Primes, so that a campaign comes round to the same ambassador only after it had all of them. */
    private static final int BETWEEN_CAMPAIGNS = 37;

    private static final int BETWEEN_MEMBERS = 53;

    /** 40.00, and a spread that makes one order in six larger than twice that. */
    private static final double USUAL_AMOUNT = 4_000;

    private static final double SPREAD = 0.7;

    /**
     * One redemption.
     *
     * @param code from 0, as customers are
     * @param discount 20 % of the amount, in minor units
     * @param first whether no other redemption of the customer stood
     */
    record Sale(int code, int customer, long amount, long discount, Instant at, boolean first, boolean cancelled) {}

    /** How many of each there are; of each code somebody is the owner, and nobody owns two of a campaign. */
    record Shape(int campaigns, int codes, int ambassadors, int customers) {

        /** What is usual for so many redemptions. */
        static Shape usual(long rows) {
            var campaigns = Math.max(4, rows / REDEMPTIONS_FOR_EACH_CAMPAIGN);
            var codes = (int) Math.max(campaigns, rows / REDEMPTIONS_FOR_EACH_CODE);
            return new Shape((int) campaigns, codes, codes, customers(rows));
        }

        static int customers(long rows) {
            return (int) Math.max(1, rows / REDEMPTIONS_FOR_EACH_CUSTOMER);
        }
    }

    final int campaigns;
    final int codes;
    final int ambassadors;
    final int customers;
    private final long rows;
    private final Instant end;
    private final SplittableRandom random;
    private final int[] standing;
    private long made;

    FillWorld(long rows, Shape shape, Instant end, long seed) {
        this.rows = rows;
        this.end = end;
        this.random = new SplittableRandom(seed);
        this.campaigns = shape.campaigns();
        this.codes = shape.codes();
        this.ambassadors = shape.ambassadors();
        this.customers = shape.customers();
        this.standing = new int[customers];
    }

    boolean hasMore() {
        return made < rows;
    }

    /** Sales come in the order of time. */
    Sale next() {
        var code = (int) (codes * Math.pow(random.nextDouble(), SKEW));
        var customer = random.nextInt(customers);
        var amount = Math.max(100, Math.round(USUAL_AMOUNT * Math.exp(SPREAD * random.nextGaussian())));
        var past = PAST.multipliedBy(rows - made).dividedBy(rows);
        var first = standing[customer] == 0;
        var cancelled = random.nextDouble() < CANCELLED;
        standing[customer] += cancelled ? 0 : 1;
        made++;
        var at = end.minus(past).truncatedTo(ChronoUnit.MICROS);
        return new Sale(code, customer, amount, (amount * 2 + 5) / 10, at, first, cancelled);
    }

    int campaignOf(int code) {
        return code % campaigns;
    }

    /** The members of one campaign are spread over all ambassadors, and no two of them are the same. */
    int ambassadorOf(int code) {
        var member = code / campaigns;
        return codes == ambassadors
                ? code
                : Math.floorMod(campaignOf(code) * BETWEEN_CAMPAIGNS + member * BETWEEN_MEMBERS, ambassadors);
    }

    /** How many redemptions of a customer stand. */
    int standingOf(int customer) {
        return standing[customer];
    }
}
