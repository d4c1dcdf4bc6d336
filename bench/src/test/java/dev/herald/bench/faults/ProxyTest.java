package dev.herald.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network of ours, between a caller and a server that says everything again. */
class ProxyTest {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int A_WHILE_MILLIS = 200;
    private static final String CREATED = "HTTP/1.1 201 Created";

    private final AtomicInteger answersToLose = new AtomicInteger();
    private ServerSocket server;
    private Proxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = Proxy.to(server::getLocalPort, () -> new HttpTalk(answersToLose));
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void what_is_said_arrives_and_comes_back() throws IOException {
        assertClear();
    }

    @Test
    void a_cut_ends_connections_and_lets_new_ones_be_made() throws IOException {
        try (var caller = call()) {
            echo(caller, "hello");
            proxy.cut();
            assertThat(isEnded(caller)).isTrue();
        }
        assertClear();
    }

    @Test
    void silence_keeps_connections_open_and_ends_them_when_it_is_over() throws IOException {
        try (var caller = call()) {
            echo(caller, "hello");
            proxy.become(Proxy.Weather.SILENT);
            caller.setSoTimeout(A_WHILE_MILLIS);
            assertThatThrownBy(() -> echo(caller, "anybody?")).isInstanceOf(SocketTimeoutException.class);
            caller.setSoTimeout(PATIENCE_MILLIS);
            proxy.become(Proxy.Weather.CLEAR);
            assertThat(isEnded(caller)).isTrue();
        }
    }

    @Test
    void who_is_away_is_not_reached() throws IOException {
        proxy.become(Proxy.Weather.AWAY);
        try (var caller = call()) {
            assertThat(isEnded(caller)).isTrue();
        }
        proxy.become(Proxy.Weather.CLEAR);
        assertClear();
    }

    @Test
    void an_answer_that_tells_of_something_made_gets_lost_after_it_was_made() throws IOException {
        answersToLose.set(1);
        try (var caller = call()) {
            assertThat(echo(caller, "HTTP/1.1 409 Conflict")).isEqualTo("HTTP/1.1 409 Conflict");
            caller.getOutputStream().write(CREATED.getBytes(StandardCharsets.US_ASCII));
            assertThat(isEnded(caller)).isTrue();
        }
        try (var caller = call()) {
            assertThat(echo(caller, CREATED)).isEqualTo(CREATED);
        }
    }

    private void assertClear() throws IOException {
        try (var caller = call()) {
            assertThat(echo(caller, "hello")).isEqualTo("hello");
        }
    }

    private Socket call() throws IOException {
        var caller = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        caller.setSoTimeout(PATIENCE_MILLIS);
        return caller;
    }

    private static String echo(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return new String(caller.getInputStream().readNBytes(text.length()), StandardCharsets.US_ASCII);
    }

    private static boolean isEnded(Socket caller) {
        try {
            return caller.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> say(client));
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private static void say(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // The other end is gone.
        }
    }
}
