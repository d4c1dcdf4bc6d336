package dev.herald.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.app.Main;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Herald as an operator starts it, with a gigabyte and two processors, to be asked, killed and looked into. */
final class HeraldProcess implements AutoCloseable {

    private static final String READY = "Herald runs at ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long KILOBYTE = 1 << 10;
    private static final Pattern COLLECTED = Pattern.compile("([0-9]+)M->[0-9]+M\\(");

    private final Process process;
    private final Path heapLog;
    private final int port;
    private final String key;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HeraldProcess(Process process, Path heapLog, int port, String key) {
        this.process = process;
        this.heapLog = heapLog;
        this.port = port;
        this.key = key;
    }

    /** Returns when it is ready. */
    static HeraldProcess start(DatabaseAddress database, String key, Path folder) throws IOException {
        return start(database, key, folder, "1g");
    }

    /** The same with so much heap. */
    static HeraldProcess start(DatabaseAddress database, String key, Path folder, String heap) throws IOException {
        var heapLog = Files.createTempFile(folder, "heap", ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx" + heap,
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:ActiveProcessorCount=2",
                        "-Xlog:gc:file=" + heapLog,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "start",
                        "--port",
                        "0",
                        "--database-url",
                        database.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HERALD_DATABASE_USER", database.user());
        builder.environment().put("HERALD_DATABASE_PASSWORD", database.password());
        var process = builder.start();
        // Whoever ends the run early wants no server left.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end of a server"));
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                var address = URI.create(line.substring(READY.length()).replaceFirst(";.*", ""));
                return new HeraldProcess(process, heapLog, address.getPort(), key);
            }
        }
        throw new IOException("The server did not start");
    }

    int port() {
        return port;
    }

    JsonNode get(String path) throws IOException {
        return send("GET", path, "");
    }

    JsonNode post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return Json.MAPPER.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The most memory it has had so far, in megabytes, all that is no heap included. */
    long mostResidentMegabytes() {
        return ProcessorTime.lines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KILOBYTE)
                .findFirst()
                .orElseThrow();
    }

    /** The fullest its heap was when it was collected, in megabytes. */
    long mostHeapMegabytes() {
        return ProcessorTime.lines(heapLog).stream()
                .map(COLLECTED::matcher)
                .filter(matcher -> matcher.find())
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .max()
                .orElse(0);
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(heapLog);
    }
}
