package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.ambassador.Ambassadors;
import dev.herald.insight.LiveCounts;
import dev.herald.platform.EventStream;
import dev.herald.platform.HttpServer;
import dev.herald.platform.RequestRefused;
import dev.herald.portal.Visits.Visit;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells an open page when its code was used. */
public final class LiveRoutes implements HttpService {

    /** A page that is told nothing still shows what was true when it was opened. */
    private static final int MOST_OPEN = 5_000;

    /** Then the browser comes again by itself, with a link that may have been revoked meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** How soon a stream notices that the server ends. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** What is told: how often the code was used and what was earned, as people write it. */
    record Told(String value, String label, @Nullable Earnings earnings) {}

    private final AmbassadorPages made;
    private final LiveCounts counts;
    private final Visits visits;
    private final AtomicInteger open = new AtomicInteger();

    public LiveRoutes(Access access, Ambassadors ambassadors, AmbassadorPages made, LiveCounts counts, Pages pages) {
        this.made = made;
        this.counts = counts;
        this.visits = new Visits(access, ambassadors, pages);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/a/{token}/live", HttpServer.streams(this::live));
    }

    private Consumer<EventStream> live(ServerRequest request) {
        var visit = visits.of(request).orElseThrow(() -> RequestRefused.notFound("page"));
        var watched = made.watched(visit).orElseThrow(() -> RequestRefused.notFound("code"));
        if (open.get() >= MOST_OPEN) {
            throw new RequestRefused(503, "too_many_open", "Too many pages are open just now. Load the page again.");
        }
        return stream -> {
            open.incrementAndGet();
            try (var watch = counts.watch(visit.brand().id(), watched.codes())) {
                tell(visit, watched, watch, stream);
            } finally {
                open.decrementAndGet();
            }
        };
    }

    private void tell(Visit visit, AmbassadorPages.Watched watched, LiveCounts.Watch watch, EventStream stream) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var told = LiveCounts.UNKNOWN;
        while (stream.pause(watch.changed(), GLANCE) && System.nanoTime() < deadline) {
            var uses = watch.uses();
            if (uses != told) {
                stream.send(new Told(
                        visit.formats().count(uses),
                        visit.texts().count("used", uses),
                        made.earnings(visit, watched).orElse(null)));
                told = uses;
            }
        }
    }
}
