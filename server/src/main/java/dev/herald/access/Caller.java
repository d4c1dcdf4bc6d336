package dev.herald.access;

/** Who sent an API request: a brand's key. */
public record Caller(Brand brand, Scope scope, long keyId) {

    public BrandId brandId() {
        return brand.id();
    }
}
