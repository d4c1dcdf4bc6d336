package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.access.KeyedHash;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how often shoppers typed what is no code, so that nobody is helped to guess one. Each server counts for itself;
 * shoppers that the shop does not name count together.
 */
final class Misses {

    /** So many misses are human. */
    static final int MOST = 5;

    /** The same for all of a brand's shoppers without a name, who may be many. */
    private static final int MOST_UNNAMED = 600;

    static final Duration WITHIN = Duration.ofMinutes(10);

    /** Beyond so many shoppers the older half is forgotten. */
    private static final int MOST_SHOPPERS = 100_000;

    private Map<BrandHash, Count> recent = new HashMap<>();
    private Map<BrandHash, Count> older = new HashMap<>();

    private static final class Count {
        private long since;
        private int misses;
    }

    /** Counts a miss and tells whether there were not too many. */
    synchronized boolean add(Brand brand, List<KeyedHash> identities, long nanos) {
        if (identities.isEmpty()) {
            var everybody = new BrandHash(brand.id(), brand.secret().hash("customer", "without a name"));
            return add(everybody, nanos) <= MOST_UNNAMED;
        }
        var few = true;
        for (var identity : identities) {
            few &= add(new BrandHash(brand.id(), identity), nanos) <= MOST;
        }
        return few;
    }

    private int add(BrandHash shopper, long nanos) {
        var known = recent.get(shopper);
        var count = known != null ? known : older.getOrDefault(shopper, new Count());
        if (count.misses == 0 || nanos - count.since > WITHIN.toNanos()) {
            count.since = nanos;
            count.misses = 0;
        }
        if (recent.size() >= MOST_SHOPPERS && known == null) {
            older = recent;
            recent = new HashMap<>();
        }
        recent.put(shopper, count);
        return ++count.misses;
    }
}
