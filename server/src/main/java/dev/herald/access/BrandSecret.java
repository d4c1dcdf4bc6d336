package dev.herald.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of a brand's keyed hashes (HMAC-SHA-256, cut to 16 bytes). */
public final class BrandSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    public BrandSecret(byte[] key) {
        this.key = key.clone();
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
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(domain.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return KeyedHash.of(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
