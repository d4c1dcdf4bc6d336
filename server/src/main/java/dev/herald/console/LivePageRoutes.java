package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.insight.LiveCounts;
import dev.herald.platform.EventStream;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Tells an open page of the console that its numbers are no longer the newest. */
public final class LivePageRoutes implements HttpService {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Then the browser comes again by itself, with a session that may have ended meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Frame frame;
    private final LiveCounts counts;

    public LivePageRoutes(Frame frame, LiveCounts counts) {
        this.frame = frame;
        this.counts = counts;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/live", frame.stream(this::live));
    }

    private Consumer<EventStream> live(SignedIn who, ServerRequest request) {
        var brand = who.brand().id();
        return stream -> {
            var deadline = System.nanoTime() + LONGEST.toNanos();
            var seen = counts.position(brand);
            while (stream.pause(BETWEEN_LOOKS) && System.nanoTime() < deadline) {
                var now = counts.position(brand);
                if (!now.equals(seen)) {
                    stream.send(Map.of("changed", true));
                    seen = now;
                }
            }
        };
    }
}
