package dev.herald.bench;

import dev.herald.platform.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Ambassadors' pages that stay open: each listens to its stream, and notes when it was told what. */
final class OpenPages implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(1);

    /** One page. */
    private static final class OpenPage {
        private final Socket socket;
        private volatile long uses = -1;
        private volatile long toldAt;

        OpenPage(Socket socket) {
            this.socket = socket;
        }

        void listen(BufferedReader lines) {
            try {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data:")) {
                        toldAt = System.nanoTime();
                        uses = Json.MAPPER
                                .readTree(line.substring(5))
                                .get("value")
                                .asLong();
                    }
                }
            } catch (IOException closed) {
                // It was closed: nobody listens any more.
                uses = Long.MIN_VALUE;
            }
        }
    }

    private final List<OpenPage> pages = new ArrayList<>();

    /** Opens one more; returns when its stream has begun. */
    void open(int port, String path) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
        var status = lines.readLine();
        if (status == null || !status.contains(" 200 ")) {
            throw new IOException(path + " answers " + status);
        }
        var page = new OpenPage(socket);
        pages.add(page);
        Thread.ofVirtual().start(() -> page.listen(lines));
    }

    int number() {
        return pages.size();
    }

    /** Waits until a page was told a count; tells when, in nanoseconds. */
    long told(int page, long uses) {
        var one = pages.get(page);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (one.uses != uses) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Page " + page + " was told " + one.uses + " and not " + uses);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return one.toldAt;
    }

    @Override
    public void close() throws IOException {
        for (var page : pages) {
            page.socket.close();
        }
    }
}
