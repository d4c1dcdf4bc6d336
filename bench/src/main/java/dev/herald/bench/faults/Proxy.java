package dev.herald.bench.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A network of our own between two programs on this machine, which can be slow, silent, away or cut. */
final class Proxy implements AutoCloseable {

    /** How it behaves. */
    enum Weather {
        CLEAR,
        SLOW,
        /** Both ends believe in the connection, and nothing arrives any more: half open. */
        SILENT,
        AWAY
    }

    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private final ServerSocket door;
    private final IntSupplier target;
    private final Supplier<Talk> talks;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Weather weather = Weather.CLEAR;

    private Proxy(ServerSocket door, IntSupplier target, Supplier<Talk> talks) {
        this.door = door;
        this.target = target;
        this.talks = talks;
    }

    /** To a port of this machine that is looked up for each connection. */
    static Proxy to(IntSupplier target, Supplier<Talk> talks) {
        try {
            var proxy = new Proxy(new ServerSocket(0, 256, InetAddress.getLoopbackAddress()), target, talks);
            Thread.ofVirtual().start(proxy::welcome);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** What was silent or away does not come to life again: those connections end. */
    void become(Weather next) {
        var before = weather;
        weather = next;
        if (next == Weather.AWAY || before == Weather.SILENT) {
            cut();
        }
    }

    /** Ends all connections. */
    void cut() {
        links.forEach(Link::cut);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (weather == Weather.AWAY) {
                    client.close();
                } else {
                    Thread.ofVirtual().start(() -> link(client));
                }
            } catch (IOException e) {
                // The door was closed, or a caller was gone already.
            }
        }
    }

    private void link(Socket client) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var link = new Link(client, server, talks.get());
            links.add(link);
            Thread.ofVirtual().start(() -> link.pump(true));
            link.pump(false);
        } catch (IOException e) {
            close(client);
        }
    }

    private final class Link {

        private final Socket client;
        private final Socket server;
        private final Talk talk;

        Link(Socket client, Socket server, Talk talk) {
            this.client = client;
            this.server = server;
            this.talk = talk;
        }

        void pump(boolean up) {
            try (var in = new BufferedInputStream((up ? client : server).getInputStream(), 65_536);
                    var out = new BufferedOutputStream((up ? server : client).getOutputStream(), 65_536)) {
                while (true) {
                    var piece = up ? talk.readRequest(in) : talk.readAnswer(in);
                    if (piece.length == 0 || !(up ? talk.passesRequest(piece) : talk.passesAnswer(piece))) {
                        break;
                    }
                    if (weather == Weather.SILENT) {
                        continue;
                    }
                    out.write(piece);
                    if (in.available() == 0) {
                        if (weather == Weather.SLOW) {
                            LockSupport.parkNanos(SLOW_NANOS);
                        }
                        out.flush();
                    }
                }
                // Before the streams close, which would send what must not arrive.
                cut();
            } catch (IOException e) {
                cut();
            }
        }

        void cut() {
            links.remove(this);
            close(client);
            close(server);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, as it should be.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
