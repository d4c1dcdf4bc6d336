package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;

/** Names an order, key or customer within its brand; ordered as the database orders it. */
record BrandHash(BrandId brand, KeyedHash hash) implements Comparable<BrandHash> {

    @Override
    public int compareTo(BrandHash other) {
        var byBrand = Long.compare(brand.value(), other.brand.value());
        return byBrand != 0 ? byBrand : hash.compareTo(other.hash);
    }
}
