package dev.herald.platform;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import java.time.Instant;
import java.util.OptionalLong;

/** Time-ordered 64-bit ids (TSID): bigint inside, a prefix and 13 Crockford base-32 characters outside. */
public final class Ids {

    /** Nodes that can make ids at the same time: 10 bits of each id. */
    public static final int NODES = 1024;

    /** Behind the milliseconds of an id: its node and a counter. */
    private static final int RANDOM_BITS = 22;

    private static final long MOST_MILLIS = Long.MAX_VALUE >> RANDOM_BITS;

    private volatile TsidFactory factory;

    public Ids(int node) {
        this.factory = TsidFactory.newInstance1024(node);
    }

    /** A new id, larger than every earlier one of this node. */
    public long next() {
        return factory.create().toLong();
    }

    /** Goes on under another node number, after the lease of the former one was lost. */
    void renumber(int node) {
        this.factory = TsidFactory.newInstance1024(node);
    }

    /** No id made from a time on is smaller. */
    public static long first(Instant time) {
        var millis = time.toEpochMilli() - Tsid.TSID_EPOCH;
        return millis <= 0 ? 0 : Math.min(millis, MOST_MILLIS) << RANDOM_BITS;
    }

    /** When an id was made, to the millisecond. */
    public static Instant madeAt(long id) {
        return Tsid.from(id).getInstant();
    }

    public static String format(String prefix, long id) {
        return prefix + Tsid.from(id);
    }

    /** Reads what {@link #format} wrote; empty for anything else. */
    public static OptionalLong parse(String prefix, String text) {
        if (!text.startsWith(prefix) || text.length() != prefix.length() + 13) {
            return OptionalLong.empty();
        }
        var digits = text.substring(prefix.length());
        if (!Tsid.isValid(digits)) {
            return OptionalLong.empty();
        }
        // Only the form we write is an id: Crockford's alternatives (o for 0, lower case) would be a second name.
        var id = Tsid.from(digits);
        return id.toString().equals(digits) ? OptionalLong.of(id.toLong()) : OptionalLong.empty();
    }
}
