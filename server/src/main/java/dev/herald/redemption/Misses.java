package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.access.KeyedHash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how many texts shoppers typed that are no code, so that nobody is helped to guess one. The same text again is no
 * further miss: a shop asks about it each time that the basket changes, and the answer tells nothing new. Each server
 * counts for itself; shoppers that the shop does not name count together.
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

        /** Keyed hashes of what the shopper was helped with. */
        private final long[] texts = new long[MOST];

        boolean isKnown(long text) {
            return Arrays.stream(texts, 0, Math.min(misses, MOST)).anyMatch(known -> known == text);
        }

        void add(long text) {
            if (misses < MOST) {
                texts[misses] = text;
            }
            misses++;
        }
    }

    /** Counts a miss and tells whether there were not too many. */
    synchronized boolean add(Brand brand, List<KeyedHash> identities, String typed, long nanos) {
        if (identities.isEmpty()) {
            var everybody = new BrandHash(brand.id(), brand.secret().hash("customer", "without a name"));
            var count = count(everybody, nanos);
            count.misses++;
            return count.misses <= MOST_UNNAMED;
        }
        var text = ByteBuffer.wrap(brand.secret().hash("typed", typed.strip()).bytes())
                .getLong();
        var few = true;
        for (var identity : identities) {
            var count = count(new BrandHash(brand.id(), identity), nanos);
            if (!count.isKnown(text)) {
                count.add(text);
                few &= count.misses <= MOST;
            }
        }
        return few;
    }

    private Count count(BrandHash shopper, long nanos) {
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
        return count;
    }
}
