package dev.herald.bench.faults;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * PostgreSQL's protocol (version 3, without encryption) as far as it takes to see transactions that redeem, and their
 * commits: as a statement of their own, or at the end of a request that began no transaction.
 */
final class PostgresTalk implements Talk {

    private static final int HEAD = 5;
    private static final Pattern REDEEMS = Pattern.compile("insert\\s+into\\s+redemption\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS = Pattern.compile("\\s*begin\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COMMITS =
            Pattern.compile("\\s*commit\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Trap trap;
    private final Map<String, String> statements = new ConcurrentHashMap<>();
    private final Map<String, String> portals = new ConcurrentHashMap<>();
    private boolean started;
    private volatile boolean redeems;
    private volatile boolean began;
    private volatile boolean committing;

    PostgresTalk(Trap trap) {
        this.trap = trap;
    }

    @Override
    public byte[] readRequest(InputStream in) throws IOException {
        // The first message has no type.
        var head = started ? 1 : 0;
        started = true;
        return message(in, head);
    }

    @Override
    public byte[] readAnswer(InputStream in) throws IOException {
        return message(in, 1);
    }

    @Override
    public boolean passesRequest(byte[] message) {
        return switch (message[0]) {
            case 'P' -> {
                var body = new Texts(message);
                statements.put(body.next(), body.next());
                yield true;
            }
            case 'B' -> {
                var body = new Texts(message);
                portals.put(body.next(), statements.getOrDefault(body.next(), ""));
                yield true;
            }
            case 'E' -> runs(portals.getOrDefault(new Texts(message).next(), ""));
            case 'Q' -> runs(new Texts(message).next()) && ends();
            case 'S' -> ends();
            default -> true;
        };
    }

    private boolean runs(String sql) {
        if (BEGINS.matcher(sql).matches()) {
            began = true;
        }
        if (REDEEMS.matcher(sql).find()) {
            redeems = true;
        }
        return !COMMITS.matcher(sql).matches() || commits();
    }

    /** The end of a request: where no transaction was begun, what ran is committed by it. */
    private boolean ends() {
        return began || commits();
    }

    private boolean commits() {
        if (!redeems || committing) {
            return true;
        }
        if (trap.catches(Trap.Point.BEFORE_COMMIT)) {
            return false;
        }
        committing = true;
        return true;
    }

    @Override
    public boolean passesAnswer(byte[] message) {
        if (message[0] != 'Z' || message[HEAD] != 'I') {
            return true;
        }
        var caught = committing && trap.catches(Trap.Point.AFTER_COMMIT);
        redeems = false;
        began = false;
        committing = false;
        return !caught;
    }

    /** A whole message, with {@code head} bytes before its length. */
    private static byte[] message(InputStream in, int head) throws IOException {
        var data = new DataInputStream(in);
        try {
            var type = head == 0 ? 0 : data.readByte();
            var length = data.readInt();
            var message = ByteBuffer.allocate(head + length);
            if (head > 0) {
                message.put(type);
            }
            message.putInt(length);
            data.readFully(message.array(), head + Integer.BYTES, length - Integer.BYTES);
            return message.array();
        } catch (EOFException e) {
            return new byte[0];
        }
    }

    /** The texts that a message begins with, each ended by a zero. */
    private static final class Texts {

        private final byte[] message;
        private int at = HEAD;

        Texts(byte[] message) {
            this.message = message;
        }

        String next() {
            var end = at;
            while (message[end] != 0) {
                end++;
            }
            var text = new String(message, at, end - at, StandardCharsets.UTF_8);
            at = end + 1;
            return text;
        }
    }
}
