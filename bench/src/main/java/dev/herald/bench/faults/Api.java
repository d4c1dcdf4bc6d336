package dev.herald.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Herald as a brand's administrator uses it, past all faults: what it refuses is an error. */
final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Node node;
    private final String key;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(Node node, String key) {
        this.node = node;
        this.key = key;
    }

    String key() {
        return key;
    }

    JsonNode get(String path) throws IOException {
        return send("GET", path, "");
    }

    JsonNode post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    /** The status of a request that says nothing: 404 and 405 for what is not there. */
    int probe(String path) throws IOException {
        return exchange("POST", path, "{}").statusCode();
    }

    private JsonNode send(String method, String path, String body) throws IOException {
        var response = exchange(method, path, body);
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return Json.MAPPER.readTree(response.body());
    }

    private HttpResponse<String> exchange(String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(node.directUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
