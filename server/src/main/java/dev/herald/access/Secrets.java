package dev.herald.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.zip.CRC32;

/** Makes and checks secrets: API keys with prefix and checksum, and tokens for links and sessions. */
final class Secrets {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int KEY_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** {@code sk_live_} or {@code sk_test_}, 160 random bits, and a checksum of all that precedes it. */
    static String apiKey(Brand.Mode mode) {
        var body = new StringBuilder(mode == Brand.Mode.LIVE ? "sk_live_" : "sk_test_");
        for (int i = 0; i < KEY_LENGTH; i++) {
            body.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return body + checksum(body.toString());
    }

    /** Whether a text can be an API key at all: saves the database the question for a key cut short or mistyped. */
    static boolean isApiKey(String text) {
        if (!text.matches("sk_(live|test)_[0-9A-HJKMNP-TV-Z]{38}")) {
            return false;
        }
        var split = text.length() - CHECKSUM_LENGTH;
        return checksum(text.substring(0, split)).equals(text.substring(split));
    }

    /** A token of 192 random bits for a link or a cookie. */
    static String token() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] brandSecret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** What is stored of a secret: it has too many random bits to need a slow hash. */
    static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var value = crc.getValue();
        var digits = new StringBuilder();
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            digits.append(ALPHABET.charAt((int) (value & 31)));
            value >>>= 5;
        }
        return digits.toString();
    }
}
