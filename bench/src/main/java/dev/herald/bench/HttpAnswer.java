package dev.herald.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first answer in what a connection has received so far.
 *
 * @param status 0 while the answer has not come in full
 * @param body where its body begins
 * @param end where it ends
 */
record HttpAnswer(int status, int body, int end) {

    private static final HttpAnswer UNFINISHED = new HttpAnswer(0, 0, 0);
    private static final byte[] LENGTH = "ontent-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    /** Looks at each line's first letter only: the driver shares the processors with what it measures. */
    static HttpAnswer in(byte[] received, int count) {
        var length = -1;
        for (int i = STATUS_LINE; i < count - 1; i++) {
            if (received[i] != '\n') {
                continue;
            }
            var first = received[i + 1];
            if ((first == 'C' || first == 'c') && isLength(received, i + 2, count)) {
                length = number(received, i + 2 + LENGTH.length, count);
            } else if (first == '\r') {
                return i + 2 < count ? complete(received, i + 3, length, count) : UNFINISHED;
            }
        }
        return UNFINISHED;
    }

    byte[] bodyOf(byte[] received) {
        return Arrays.copyOfRange(received, body, end);
    }

    private static HttpAnswer complete(byte[] received, int body, int length, int count) {
        if (length < 0) {
            throw new IllegalStateException("An answer without Content-Length");
        }
        if (count < body + length) {
            return UNFINISHED;
        }
        var status = (received[9] - '0') * 100 + (received[10] - '0') * 10 + received[11] - '0';
        return new HttpAnswer(status, body, body + length);
    }

    private static boolean isLength(byte[] received, int from, int count) {
        if (from + LENGTH.length > count) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            // Setting this bit turns capitals into small letters and leaves the hyphen and the colon alone.
            if ((received[from + i] | 0x20) != LENGTH[i]) {
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
