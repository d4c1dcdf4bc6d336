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
import java.util.ArrayList;
import java.util.List;

/**
 * Connections to one server or several, each with one request at a time, all served by the one thread that uses them.
 * They share the processors with what they measure, so they do no more than they must.
 */
final class HttpConnections implements AutoCloseable {

    private static final int LARGEST_REQUEST = 1 << 10;
    private static final int LARGEST_ANSWER = 1 << 13;

    private final Selector selector;
    private final List<Connection> all = new ArrayList<>();
    private final byte[] received = new byte[LARGEST_ANSWER];

    /** Is told of each answer on the thread that waits. */
    interface Listener {

        /** The answer's bytes may be read until this returns. */
        void answered(Connection connection, HttpAnswer answer, byte[] received) throws IOException;
    }

    /** One connection; what its request was and since when it waits is the user's to say. */
    static final class Connection {

        private final InetSocketAddress address;
        private final ByteBuffer out = ByteBuffer.allocateDirect(LARGEST_REQUEST);
        private final ByteBuffer in = ByteBuffer.allocateDirect(LARGEST_ANSWER);
        private SocketChannel channel;
        private boolean waiting;

        /** When the request was sent, or should have been. */
        long askedAt;

        /** What {@link Requests#next} called the request. */
        int request;

        private Connection(InetSocketAddress address) throws IOException {
            this.address = address;
            this.channel = open(address);
        }

        private static SocketChannel open(InetSocketAddress address) throws IOException {
            var channel = SocketChannel.open(address);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            return channel;
        }
    }

    /** Opens a number of connections, which the ports share evenly. */
    HttpConnections(List<Integer> ports, int number) {
        try {
            selector = Selector.open();
            for (int i = 0; i < number; i++) {
                var port = ports.get(i % ports.size());
                var connection = new Connection(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                connection.channel.register(selector, SelectionKey.OP_READ, connection);
                all.add(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Connection> all() {
        return all;
    }

    /** Opens again what the servers have ended meanwhile, as they do with connections that are idle for a minute. */
    void refresh() throws IOException {
        selector.selectNow(key -> read(key, (_, _, _) -> {}));
    }

    /** Sends the next request; at most one may be under way on a connection. */
    void ask(Connection connection, Requests requests, long askedAt) throws IOException {
        connection.out.clear();
        connection.request = requests.next(connection.out);
        connection.out.flip();
        connection.in.clear();
        connection.askedAt = askedAt;
        connection.waiting = true;
        while (connection.out.hasRemaining()) {
            connection.channel.write(connection.out);
        }
    }

    /** Waits for answers, at most so long; 0 only looks. Returns how many connections had something to tell. */
    int await(long millis, Listener listener) throws IOException {
        return millis == 0
                ? selector.selectNow(key -> read(key, listener))
                : selector.select(key -> read(key, listener), millis);
    }

    private void read(SelectionKey key, Listener listener) {
        var connection = (Connection) key.attachment();
        try {
            if (hasEnded(connection)) {
                reopen(connection);
                if (connection.waiting) {
                    connection.waiting = false;
                    listener.answered(connection, HttpAnswer.NONE, received);
                }
                return;
            }
            var count = connection.in.position();
            connection.in.get(0, received, 0, count);
            var answer = HttpAnswer.in(received, count);
            if (answer.status() != 0) {
                connection.waiting = false;
                if (answer.last()) {
                    reopen(connection);
                }
                listener.answered(connection, answer, received);
            } else if (!connection.in.hasRemaining()) {
                throw new IOException("An answer of more than " + LARGEST_ANSWER + " bytes");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasEnded(Connection connection) {
        try {
            return connection.channel.read(connection.in) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    /** A server may end a connection that was idle for long, or after a refusal. */
    private void reopen(Connection connection) throws IOException {
        connection.channel.close();
        connection.channel = Connection.open(connection.address);
        connection.channel.register(selector, SelectionKey.OP_READ, connection);
    }

    @Override
    public void close() throws IOException {
        for (var connection : all) {
            connection.channel.close();
        }
        selector.close();
    }
}
