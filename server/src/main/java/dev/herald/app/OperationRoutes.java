package dev.herald.app;

import dev.herald.platform.Answer;
import dev.herald.platform.Database;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Unavailable;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What operators and developers ask of the process itself: its health, its figures and the description of its API. */
final class OperationRoutes implements HttpService {

    private final Database db;
    private final Map<String, Function<Instant, Duration>> lags;
    private final Answer openapi;

    /** @param lags by follower of events: how far it is behind them */
    OperationRoutes(Database db, Map<String, Function<Instant, Duration>> lags) {
        this.db = db;
        this.lags = lags;
        this.openapi = Answer.jsonBytes(200, openapi());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/health/live", HttpServer.handler(_ -> Answer.ok(Map.of("status", "live"))))
                .get("/health/ready", HttpServer.handler(_ -> ready()))
                .get("/metrics", HttpServer.handler(_ -> metrics()))
                .get("/openapi.json", HttpServer.handler(_ -> openapi));
    }

    private Answer ready() {
        if (!db.isReachable()) {
            throw new Unavailable("The database cannot be reached just now.");
        }
        return Answer.ok(Map.of("status", "ready"));
    }

    /** Made anew each time: all of it is asked of the process, nothing is kept. */
    private Answer metrics() {
        return new Answer(200, Metrics.TYPE, new Metrics(lags).text(), Map.of());
    }

    static byte[] openapi() {
        try (var document = OperationRoutes.class.getResourceAsStream("/openapi/openapi.json")) {
            return Objects.requireNonNull(document).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
