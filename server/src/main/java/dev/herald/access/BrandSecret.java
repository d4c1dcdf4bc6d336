package dev.herald.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of a brand's keyed hashes (HMAC-SHA-256, cut to 16 bytes). */
public final class BrandSecret {

    private static final String ALGORITHM = "HmacSHA256";

    /** Knows the key and is never fed: cloning it is cheaper than making one. */
    private final Mac keyed;

    public BrandSecret(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /**
     * Hashes a text within a domain such as "order" or "email", so that the same text in two domains differs.
     *
     * <p>The domain may not hold a NUL, which separates it from the text.
     */
    public KeyedHash hash(String domain, String text) {
        return hash(domain, text.getBytes(StandardCharsets.UTF_8));
    }

    public KeyedHash hash(String domain, byte[] bytes) {
        try {
            var mac = (Mac) keyed.clone();
            mac.update(domain.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return KeyedHash.of(mac.doFinal(bytes));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's own " + ALGORITHM + " can be cloned", e);
        }
    }
}
