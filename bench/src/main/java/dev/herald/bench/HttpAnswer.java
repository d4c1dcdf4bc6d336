package dev.herald.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first answer in what a connection has received so far.
 *
 * @param status 0 while the answer has not come in full
 * @param body where its body begins
 * @param end where it ends
 * @param last whether the server ends the connection after it
 */
record HttpAnswer(int status, int body, int end, boolean last) {

    /** Also what a request has got whose connection ended before its answer. */
    static final HttpAnswer NONE = new HttpAnswer(0, 0, 0, true);

    private static final byte[] LENGTH = "ontent-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "onnection: close".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    /** Looks at each line's first letter only: the driver shares the processors with what it measures. */
    static HttpAnswer in(byte[] received, int count) {
        var length = -1;
        var last = false;
        for (int i = STATUS_LINE; i < count - 1; i++) {
            if (received[i] != '\n') {
                continue;
            }
            var first = received[i + 1];
            if (first == 'C' || first == 'c') {
                if (isThere(LENGTH, received, i + 2, count)) {
                    length = number(received, i + 2 + LENGTH.length, count);
                } else {
                    last = last || isThere(CLOSE, received, i + 2, count);
                }
            } else if (first == '\r') {
                return i + 2 < count ? complete(received, new HttpAnswer(0, i + 3, length, last), count) : NONE;
            }
        }
        return NONE;
    }

    byte[] bodyOf(byte[] received) {
        return Arrays.copyOfRange(received, body, end);
    }

    /** Of what the head says, where {@code end} is the length of the body yet. */
    private static HttpAnswer complete(byte[] received, HttpAnswer head, int count) {
        if (head.end() < 0) {
            throw new IllegalStateException("An answer without Content-Length");
        }
        var end = head.body() + head.end();
        if (count < end) {
            return NONE;
        }
        var status = (received[9] - '0') * 100 + (received[10] - '0') * 10 + received[11] - '0';
        return new HttpAnswer(status, head.body(), end, head.last());
    }

    private static boolean isThere(byte[] text, byte[] received, int from, int count) {
        if (from + text.length > count) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            // Setting this bit turns capitals into small letters and leaves hyphens, colons and blanks alone.
            if ((received[from + i] | 0x20) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] received, int from, int count) {
        var number = 0;
        for (int i = from; i < count && received[i] != '\r'; i++) {
            number = received[i] == ' ' ? number : number * 10 + received[i] - '0';
        }
        return number;
    }
}
