package dev.herald.access;

import java.nio.ByteBuffer;

/** 16 bytes that stand for a text which is not to be stored; equal for equal texts of one brand and domain. */
public record KeyedHash(long high, long low) implements Comparable<KeyedHash> {

    public static KeyedHash of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new KeyedHash(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    /** The order of PostgreSQL's bytea, so that rows are locked in one global order. */
    @Override
    public int compareTo(KeyedHash other) {
        var byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }
}
