package dev.herald.app;

import dev.herald.platform.Answer;
import dev.herald.platform.Database;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Unavailable;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** What operators and developers ask of the process itself: its health and the description of its API. */
final class OperationRoutes implements HttpService {

    private final Database db;
    private final Answer openapi;

    OperationRoutes(Database db) {
        this.db = db;
        this.openapi = Answer.jsonBytes(200, openapi());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/health/live", HttpServer.handler(_ -> Answer.ok(Map.of("status", "live"))))
                .get("/health/ready", HttpServer.handler(_ -> ready()))
                .get("/openapi.json", HttpServer.handler(_ -> openapi));
    }

    private Answer ready() {
        if (!db.isReachable()) {
            throw new Unavailable("The database cannot be reached just now.");
        }
        return Answer.ok(Map.of("status", "ready"));
    }

    static byte[] openapi() {
        try (var document = OperationRoutes.class.getResourceAsStream("/openapi/openapi.json")) {
            return Objects.requireNonNull(document).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
