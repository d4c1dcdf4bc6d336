package dev.herald.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** HTTP as far as losing answers goes: what was made is made, and nobody hears of it. */
final class HttpTalk implements Talk {

    private static final byte[] CREATED = "HTTP/1.1 201".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 16_384;

    private final AtomicInteger answersToLose;

    HttpTalk(AtomicInteger answersToLose) {
        this.answersToLose = answersToLose;
    }

    @Override
    public byte[] readRequest(InputStream in) throws IOException {
        return piece(in);
    }

    @Override
    public byte[] readAnswer(InputStream in) throws IOException {
        return piece(in);
    }

    @Override
    public boolean passesRequest(byte[] piece) {
        return true;
    }

    @Override
    public boolean passesAnswer(byte[] piece) {
        var created =
                piece.length >= CREATED.length && Arrays.equals(piece, 0, CREATED.length, CREATED, 0, CREATED.length);
        return !created || answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
    }

    private static byte[] piece(InputStream in) throws IOException {
        var buffer = new byte[PIECE];
        var length = in.read(buffer);
        return length <= 0 ? new byte[0] : Arrays.copyOf(buffer, length);
    }
}
