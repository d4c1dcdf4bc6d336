package dev.herald.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Lets a client in and tells it a version; speaks no more of PostgreSQL's protocol than that. */
final class OldPostgres implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket server;
    private final String version;

    OldPostgres(String version) throws IOException {
        this.version = version;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/herald";
    }

    private void serve() {
        try {
            while (true) {
                try (var client = server.accept()) {
                    greet(client);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void greet(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var out = new DataOutputStream(client.getOutputStream());
        var length = in.readInt();
        for (var request = in.readInt(); request == SSL_REQUEST || request == GSS_REQUEST; request = in.readInt()) {
            out.write('N');
            length = in.readInt();
        }
        in.skipNBytes(length - 8L);
        send(out, 'R', new byte[4]);
        parameter(out, "server_version", version);
        parameter(out, "client_encoding", "UTF8");
        parameter(out, "standard_conforming_strings", "on");
        parameter(out, "DateStyle", "ISO");
        parameter(out, "integer_datetimes", "on");
        parameter(out, "TimeZone", "UTC");
        send(out, 'Z', new byte[] {'I'});
        answerAll(in, out);
    }

    /** Every statement is said to have been a SET, which is what drivers begin with. */
    private static void answerAll(DataInputStream in, DataOutputStream out) throws IOException {
        for (var type = in.read(); type >= 0; type = in.read()) {
            in.skipNBytes(in.readInt() - 4L);
            switch (type) {
                case 'P' -> send(out, '1', new byte[0]);
                case 'B' -> send(out, '2', new byte[0]);
                case 'D' -> send(out, 'n', new byte[0]);
                case 'E' -> send(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
                case 'S' -> send(out, 'Z', new byte[] {'I'});
                case 'Q' -> {
                    send(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
                    send(out, 'Z', new byte[] {'I'});
                }
                default -> {
                    return;
                }
            }
        }
    }

    private static void parameter(DataOutputStream out, String name, String value) throws IOException {
        send(out, 'S', (name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(DataOutputStream out, char type, byte[] content) throws IOException {
        out.writeByte(type);
        out.writeInt(content.length + 4);
        out.write(content);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
