package dev.herald.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Keeps a number of connections busy from one thread, each with one request at a time. It shares the processors with
 * what it measures, so it does no more than it must.
 */
final class HttpDriver implements Load, AutoCloseable {

    private static final int LARGEST_ANSWER = 1 << 16;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Supplier<byte[]> requests;
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();

    private static final class Connection {
        final SocketChannel channel;
        final ByteBuffer answer = ByteBuffer.allocateDirect(LARGEST_ANSWER);
        long asked;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void ask(byte[] request) throws IOException {
            answer.clear();
            asked = System.nanoTime();
            var bytes = ByteBuffer.wrap(request);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        /** The status once the whole answer is there, else 0. */
        int read() throws IOException {
            if (channel.read(answer) < 0) {
                throw new IOException("The server closed a connection");
            }
            return statusOf(answer);
        }
    }

    HttpDriver(int port, int number, Supplier<byte[]> requests) {
        this.requests = requests;
        try {
            selector = Selector.open();
            for (int i = 0; i < number; i++) {
                var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                var connection = new Connection(channel);
                channel.register(selector, SelectionKey.OP_READ, connection);
                connections.add(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Tally run(Duration time) {
        var latency = Load.histogram();
        var end = System.nanoTime() + time.toNanos();
        var counts = new long[2];
        try {
            for (var connection : connections) {
                connection.ask(requests.get());
            }
            for (int waiting = connections.size(); waiting > 0; ) {
                if (selector.select(PATIENCE_MILLIS) == 0) {
                    throw new IOException("No answer within " + PATIENCE_MILLIS + " ms");
                }
                for (var key : selector.selectedKeys()) {
                    waiting -= advance((Connection) key.attachment(), end, counts, latency) ? 0 : 1;
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tally(counts[0], counts[1], time.toNanos(), latency);
    }

    /** Reads what has come and asks again; false when the connection has had its last answer. */
    private boolean advance(Connection connection, long end, long[] counts, Histogram latency) throws IOException {
        var status = connection.read();
        if (status == 0) {
            return true;
        }
        var now = System.nanoTime();
        if (status != 201) {
            counts[1]++;
        } else if (now <= end) {
            counts[0]++;
            latency.recordValue((now - connection.asked) / 1000);
        }
        if (now >= end) {
            return false;
        }
        connection.ask(requests.get());
        return true;
    }

    /** The status of an answer that has come in full, with its body as long as its head says; else 0. */
    static int statusOf(ByteBuffer answer) {
        var head = endOfHead(answer);
        if (head < 0) {
            return 0;
        }
        var length = bodyLength(answer, head);
        if (answer.position() < head + length) {
            return 0;
        }
        return (answer.get(9) - '0') * 100 + (answer.get(10) - '0') * 10 + answer.get(11) - '0';
    }

    private static int endOfHead(ByteBuffer answer) {
        for (int i = 3; i < answer.position(); i++) {
            if (answer.get(i) == '\n' && answer.get(i - 1) == '\r' && answer.get(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int bodyLength(ByteBuffer answer, int head) {
        for (int i = 0; i < head - LENGTH.length; i++) {
            if (isLength(answer, i)) {
                int length = 0;
                for (int at = i + LENGTH.length; answer.get(at) != '\r'; at++) {
                    length = answer.get(at) == ' ' ? length : length * 10 + answer.get(at) - '0';
                }
                return length;
            }
        }
        throw new IllegalStateException("An answer without Content-Length");
    }

    private static boolean isLength(ByteBuffer answer, int from) {
        for (int i = 0; i < LENGTH.length; i++) {
            if (Character.toLowerCase((char) answer.get(from + i)) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }
}
