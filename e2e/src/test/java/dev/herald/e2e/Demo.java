package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The product with its demo brand, started once for all tests the way a person starts it, in a process and a folder of
 * its own.
 */
final class Demo implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Demo.class.getName());
    private static final String CONSOLE = "Console: ";
    private static final String KEY = "API key: ";

    private final Process process;
    private final Path folder;
    private final String firstLink;
    private final String key;
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookies = "";

    private Demo(Process process, Path folder, String firstLink, String key) {
        this.process = process;
        this.folder = folder;
        this.firstLink = firstLink;
        this.key = key;
    }

    static Demo start() throws IOException {
        var folder = Files.createTempDirectory("herald-e2e");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "dev.herald.app.Main",
                        "demo",
                        "--still",
                        "--port",
                        Integer.toString(freePort()),
                        "--data",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var link = "";
        var key = "";
        while (link.isEmpty() || key.isEmpty()) {
            var line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("The demo ended before it was ready");
            }
            LOG.info(line);
            link = line.startsWith(CONSOLE) ? line.substring(CONSOLE.length()) : link;
            key = line.startsWith(KEY) ? line.substring(KEY.length()) : key;
        }
        Thread.ofVirtual().start(() -> lines.lines().forEach(LOG::info));
        return new Demo(process, folder, link, key);
    }

    /** Where the product answers, without a slash at the end. */
    String origin() {
        return firstLink.substring(0, firstLink.indexOf("/enter/"));
    }

    /** The one-time link that the start printed. */
    String printedLink() {
        return firstLink;
    }

    /** The cookies of somebody who followed the printed link, which works but once. */
    synchronized String signIn(Chromium chromium) {
        if (cookies.isEmpty()) {
            try (var context = chromium.visitor(Window.DESK_LIGHT)) {
                var page = context.newPage();
                page.navigate(firstLink);
                assertThat(page).hasURL(origin() + "/console");
                cookies = context.storageState();
            }
        }
        return cookies;
    }

    /** The id of the campaign with the longest ranking: of the demo's, not of a test's own. */
    String campaign() {
        return get("/v1/campaigns")
                .get("data")
                .valueStream()
                .map(campaign -> campaign.get("id").asText())
                .max(Comparator.comparingInt(id ->
                        get("/v1/campaigns/" + id + "/ranking").get("data").size()))
                .orElseThrow();
    }

    /** The id of the ambassador who leads that campaign. */
    String leader() {
        return get("/v1/campaigns/" + campaign() + "/ranking")
                .at("/data/0/ambassador/id")
                .asText();
    }

    JsonNode get(String path) {
        return call(HttpRequest.newBuilder(URI.create(origin() + path)).GET());
    }

    JsonNode post(String path, String json) {
        return call(HttpRequest.newBuilder(URI.create(origin() + path)).POST(BodyPublishers.ofString(json)));
    }

    /** The address of an ambassador's own page. */
    String ambassadorsPage(String ambassador) {
        return origin()
                + post("/v1/ambassadors/" + ambassador + "/links", "{}")
                        .get("path")
                        .asText();
    }

    /** What is answered as it stands, such as a file. */
    String text(String path) {
        return sent(HttpRequest.newBuilder(URI.create(origin() + path)).GET());
    }

    private JsonNode call(HttpRequest.Builder request) {
        try {
            return new ObjectMapper().readTree(sent(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sent(HttpRequest.Builder request) {
        try {
            var response = client.send(
                    request.header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Gives the one demo of this run to whoever asks for it. */
    static final class Shared implements ParameterResolver {

        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Shared.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demo.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(HERE).computeIfAbsent(Demo.class, _ -> {
                try {
                    return start();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
