package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.invite.MailServer;
import dev.herald.job.JobWork;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Json;
import dev.herald.platform.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The whole product on a database of its own, behind a real socket, with one brand and its keys. */
public final class TestHerald implements AutoCloseable {

    public final Herald herald;
    public final Brand brand;
    public final String admin;
    public final String checkout;
    public final URI address;
    public final DatabaseAddress database;

    private final MailServer mail;
    private final Function<Database, List<JobWork>> furtherWork;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** An answer with its body as it came and, if it is JSON, as a tree. */
    public record Reply(int status, String body, HttpResponse<String> raw) {

        public JsonNode json() {
            return Json.parse(body.getBytes(StandardCharsets.UTF_8))
                    .orElseThrow(() -> new AssertionError("Not JSON: " + body));
        }

        public String code() {
            return json().path("code").asText();
        }
    }

    public TestHerald() {
        this(_ -> List.of());
    }

    /** With kinds of long work that exist in tests only. */
    TestHerald(Function<Database, List<JobWork>> furtherWork) {
        this(TestPostgres.migratedDatabase(), MailServer.NONE, furtherWork);
    }

    /** With a server that takes mail. */
    public TestHerald(MailServer mail) {
        this(TestPostgres.migratedDatabase(), mail, _ -> List.of());
    }

    /** On a database that was filled before. */
    TestHerald(DatabaseAddress database) {
        this(database, MailServer.NONE, _ -> List.of());
    }

    private TestHerald(DatabaseAddress database, MailServer mail, Function<Database, List<JobWork>> furtherWork) {
        this.database = database;
        this.mail = mail;
        this.furtherWork = furtherWork;
        herald = new Herald(database, InstantSource.system(), mail, furtherWork);
        server = herald.listen("127.0.0.1", 0);
        address = URI.create("http://127.0.0.1:" + server.port());
        brand = herald.access().createBrand("Heartbeat", Brand.Mode.TEST, "Olive Owner");
        admin = herald.access().createKey(brand, Scope.ADMIN);
        checkout = herald.access().createKey(brand, Scope.CHECKOUT);
    }

    /** Another process on the same database, with its own caches, lanes and node number. */
    public Neighbour neighbour() {
        return new Neighbour();
    }

    /** What a second node answers. */
    public final class Neighbour implements AutoCloseable {

        private final Herald second = new Herald(database, InstantSource.system(), mail, furtherWork);
        private final HttpServer secondServer = second.listen("127.0.0.1", 0);

        public Reply post(String path, Object body, String... headers) {
            return send(URI.create("http://127.0.0.1:" + secondServer.port()), "POST", path, body, admin, headers);
        }

        /** Ends without letting the requests that are on their way come first. */
        public void endUnderRequests() {
            second.close();
            secondServer.close();
        }

        @Override
        public void close() {
            secondServer.close();
            second.close();
        }
    }

    public Reply post(String path, Object body, String... headers) {
        return send("POST", path, body, admin, headers);
    }

    public Reply patch(String path, Object body) {
        return send("PATCH", path, body, admin);
    }

    public Reply get(String path) {
        return send("GET", path, null, admin);
    }

    /** @param body a text is sent as it stands, anything else as JSON; null sends none */
    public Reply send(String method, String path, @Nullable Object body, String key, String... headers) {
        return send(address, method, path, body, key, headers);
    }

    private Reply send(URI node, String method, String path, @Nullable Object body, String key, String... headers) {
        var request = HttpRequest.newBuilder(node.resolve(path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(text(body)))
                .header("Authorization", "Bearer " + key);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(OpenApi.faults(method, path, response.statusCode(), contentType(response), response.body()))
                    .as(method + " " + path + " as documented: " + response.body())
                    .isEmpty();
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String contentType(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** A running campaign of 20 % off, made over HTTP; {@code changes} go over the usual members. */
    public String runningCampaign(Map<String, ?> changes) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Heartbeat spring");
        body.put("objective", "loyalty");
        body.put("strategy", "blanket");
        body.put("offer", Map.of("type", "percent", "value", 20));
        body.put("currency", "USD");
        body.put("starts_at", "2020-01-01T00:00:00Z");
        body.putAll(changes);
        var created = post("/v1/campaigns", body);
        if (created.status() != 201) {
            throw new AssertionError(created.body());
        }
        var id = created.json().get("id").asText();
        var launched = post("/v1/campaigns/" + id + "/launch", Map.of());
        if (launched.status() != 200) {
            throw new AssertionError(launched.body());
        }
        return id;
    }

    /** A new ambassador's enrollment in a campaign, with its code. */
    public JsonNode enroll(String campaign, String name) {
        var ambassador =
                post("/v1/ambassadors", Map.of("name", name)).json().get("id").asText();
        return post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(ambassador)))
                .json()
                .at("/data/0");
    }

    /** A redemption of 20.00 USD as a shop asks for it. */
    public static Map<String, Object> redemption(String code, String customer, String order) {
        return Map.of(
                "code", code,
                "customer", Map.of("id", customer),
                "order", Map.of("reference", order, "amount", 2000, "currency", "USD"));
    }

    /** The same, of an order that was placed at another time. */
    public static Map<String, Object> redemption(String code, String customer, String order, Instant placedAt) {
        return Map.of(
                "code",
                code,
                "customer",
                Map.of("id", customer),
                "order",
                Map.of("reference", order, "amount", 2000, "currency", "USD", "placed_at", placedAt.toString()));
    }

    /** Returns when every event has been carried out for rewards. */
    public void awaitRewards() {
        Patience.until(
                () -> get("/metrics").body(),
                metrics -> metrics.contains("herald_events_lag_seconds{follower=\"rewards\"} 0.0\n"));
    }

    private static String text(Object body) {
        return body instanceof String text ? text : Json.text(body);
    }

    @Override
    public void close() {
        server.close();
        herald.close();
        client.close();
    }
}
