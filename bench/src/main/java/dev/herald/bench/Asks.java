package dev.herald.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Redemptions of a stock's codes as requests over HTTP/1.1, in the same mix as {@link Ask}. Put together from pieces made
 * beforehand: text that is joined for each request would cost as much as sending it.
 */
final class Asks implements Requests {

    private static final int ID_DIGITS = 7;
    private static final int AMOUNT_DIGITS = 5;
    private static final byte[] BODY_START = ascii("{\"code\":\"");
    private static final byte[] CUSTOMER = ascii("\",\"customer\":{\"id\":\"customer-");
    private static final byte[] ORDER = ascii("\"},\"order\":{\"reference\":\"");
    private static final byte[] AMOUNT = ascii("\",\"amount\":");
    private static final byte[] BODY_END = ascii(",\"currency\":\"USD\"}}");
    private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
    private static final byte[] HEAD_END = ascii("\r\n\r\n");
    private static final int FIXED = BODY_START.length
            + CUSTOMER.length
            + ID_DIGITS
            + ORDER.length
            + AMOUNT.length
            + AMOUNT_DIGITS
            + BODY_END.length;

    private final byte[][] heads;
    private final byte[][] codes;

    Asks(Stock stock) {
        var known = stock.codes();
        heads = new byte[known.size()][];
        codes = new byte[known.size()][];
        Map<String, byte[]> headOfKey = new HashMap<>();
        for (int i = 0; i < codes.length; i++) {
            heads[i] = headOfKey.computeIfAbsent(known.get(i).owner().key(), Asks::head);
            codes[i] = ascii(known.get(i).text());
        }
    }

    /** Returns the place of the code among the stock's. */
    @Override
    public int next(ByteBuffer into) {
        var random = ThreadLocalRandom.current();
        var code = random.nextInt(codes.length);
        var customer = random.nextInt(Ask.CUSTOMERS);
        // Larger than any that makes a leading zero, which JSON does not know.
        var amount = random.nextInt(10_000, 20_000);
        write(into, code, customer, ascii(Ask.nextReference()), amount);
        return code;
    }

    private void write(ByteBuffer into, int code, int customer, byte[] reference, int amount) {
        into.put(heads[code]).put(reference).put(LENGTH);
        digits(into, FIXED + codes[code].length + reference.length, 3);
        into.put(HEAD_END).put(BODY_START).put(codes[code]).put(CUSTOMER);
        digits(into, customer, ID_DIGITS);
        into.put(ORDER).put(reference).put(AMOUNT);
        digits(into, amount, AMOUNT_DIGITS);
        into.put(BODY_END);
    }

    private static void digits(ByteBuffer into, int number, int count) {
        var end = into.position() + count;
        into.position(end);
        for (int i = 1, rest = number; i <= count; i++, rest /= 10) {
            into.put(end - i, (byte) ('0' + rest % 10));
        }
    }

    private static byte[] head(String key) {
        return ascii("POST /v1/redemptions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + key + "\r\nIdempotency-Key: ");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
