package dev.herald.share;

import dev.herald.access.BrandSecret;
import dev.herald.access.KeyedHash;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a link gives the shop of a click, and the shop hands back with the order: which link, when, and proof that Herald
 * said so. Nothing is stored, and nothing of who clicked is in it.
 *
 * @param at to the second, never later than the click
 */
record ClickToken(long link, Instant at) {

    /** Of the shop's address. */
    static final String PARAMETER = "herald_click";

    private static final int SIZE = 20;

    /** Crockford's, as in ids. */
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = SIZE * 8 / 5;
    private static final int RADIX = SYMBOLS.length();

    ClickToken {
        at = Instant.ofEpochSecond(at.getEpochSecond());
    }

    /** Link, seconds since 1970 and half of a keyed hash of both, in 32 letters and digits. */
    String text(BrandSecret secret) {
        var bytes = ByteBuffer.allocate(SIZE)
                .put(said())
                .putLong(proof(secret).high())
                .array();
        var number = new BigInteger(1, bytes).toString(RADIX);
        var text = new StringBuilder("0".repeat(LENGTH - number.length()));
        number.chars().forEach(digit -> text.append(SYMBOLS.charAt(Character.digit(digit, RADIX))));
        return text.toString();
    }

    /** Empty for what this brand never gave out. */
    static Optional<ClickToken> read(BrandSecret secret, String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        var number = new StringBuilder(LENGTH);
        for (var symbol : text.toUpperCase(Locale.ROOT).toCharArray()) {
            var digit = SYMBOLS.indexOf(symbol);
            if (digit < 0) {
                return Optional.empty();
            }
            number.append(Character.forDigit(digit, RADIX));
        }
        var bytes = ByteBuffer.wrap(bytes(new BigInteger(number.toString(), RADIX)));
        var token = new ClickToken(bytes.getLong(), Instant.ofEpochSecond(Integer.toUnsignedLong(bytes.getInt())));
        return token.proof(secret).high() == bytes.getLong() ? Optional.of(token) : Optional.empty();
    }

    /** Always of the full size: a number knows neither its leading zeros nor its lack of a sign. */
    private static byte[] bytes(BigInteger number) {
        var bytes = number.toByteArray();
        var full = new byte[SIZE];
        var from = Math.max(0, bytes.length - SIZE);
        var kept = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(kept, 0, full, SIZE - kept.length, kept.length);
        return full;
    }

    private byte[] said() {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(link)
                .putInt((int) at.getEpochSecond())
                .array();
    }

    private KeyedHash proof(BrandSecret secret) {
        return secret.hash("click", said());
    }
}
