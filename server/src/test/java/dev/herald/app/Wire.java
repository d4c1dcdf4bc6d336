package dev.herald.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A bare socket to a server: sends any bytes, and reads the answers to them one by one until the server hangs up. */
final class Wire {

    private static final int PATIENCE_MILLIS = 40_000;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)\r?$");

    /** One answer as it came. */
    record Answered(int status, String headers, String body) {}

    private Wire() {}

    static List<Answered> send(TestHerald herald, String bytes) throws IOException {
        try (var socket = connect(herald)) {
            write(socket, bytes);
            return answers(socket);
        }
    }

    static Socket connect(TestHerald herald) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), herald.address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** The server may hang up before it has read everything: what counts is what it said. */
    static void write(Socket socket, String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // Read on.
        }
    }

    static List<Answered> answers(Socket socket) throws IOException {
        var read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketException hungUp) {
            // A server that closes with bytes unread resets the connection: the answer came before.
        }
        return split(read.toString(StandardCharsets.ISO_8859_1));
    }

    private static List<Answered> split(String text) {
        var answers = new ArrayList<Answered>();
        var rest = text;
        while (!rest.isEmpty()) {
            var end = rest.indexOf("\r\n\r\n");
            if (end < 0 || !rest.startsWith("HTTP/1.1 ")) {
                throw new AssertionError("No answer begins here: " + rest);
            }
            var headers = rest.substring(0, end);
            var length = LENGTH.matcher(headers);
            var body = end + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
            answers.add(
                    new Answered(Integer.parseInt(headers.substring(9, 12)), headers, rest.substring(end + 4, body)));
            rest = rest.substring(body);
        }
        return answers;
    }
}
