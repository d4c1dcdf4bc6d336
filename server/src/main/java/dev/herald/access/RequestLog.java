package dev.herald.access;

import dev.herald.platform.Answer;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The last requests of each brand to this server, kept in memory only: writing them down would cost each redemption a
 * second row. Whoever looks is told that the list began when the server was started.
 */
public final class RequestLog {

    /** How many requests of a brand are kept. */
    public static final int MOST = 1_000;

    private static final int MOST_BRANDS = 100;
    private static final int LONGEST_PATH = 200;

    /**
     * A request that was answered.
     *
     * @param code of the problem it was refused with; "" for none
     * @param micros how long it took
     * @param repeatKey stands for its Idempotency-Key; "" without one
     */
    public record Entry(
            Instant at,
            String method,
            String path,
            int status,
            String code,
            long micros,
            Scope scope,
            String repeatKey) {}

    /** The newest entries overwrite the oldest; nobody waits for anybody. */
    private static final class Ring {
        private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(MOST);
        private final AtomicLong next = new AtomicLong();

        void add(Entry entry) {
            entries.setRelease((int) (next.getAndIncrement() % MOST), entry);
        }

        List<Entry> newest() {
            var end = next.get();
            var found = new ArrayList<Entry>();
            for (var at = end - 1; at >= Math.max(0, end - MOST); at--) {
                var entry = entries.getAcquire((int) (at % MOST));
                if (entry != null) {
                    found.add(entry);
                }
            }
            return found;
        }
    }

    private final InstantSource clock;
    private final Instant since;
    private final Map<BrandId, Ring> rings = new ConcurrentHashMap<>();

    public RequestLog(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** From when on requests are kept. */
    public Instant since() {
        return since;
    }

    /** The newest first. */
    public List<Entry> of(BrandId brand) {
        var ring = rings.get(brand);
        return ring == null ? List.of() : ring.newest();
    }

    void answered(Asked asked, Answer answer) {
        add(asked, answer.status(), code(answer));
    }

    void refused(Asked asked, RequestRefused refused) {
        add(asked, refused.problem().status(), refused.problem().code());
    }

    void broke(Asked asked) {
        add(asked, 500, "internal_error");
    }

    /**
     * A request as it came.
     *
     * @param key its Idempotency-Key; "" without one
     * @param began by the clock that only runs on
     */
    record Asked(Caller caller, String method, String path, String key, long began) {}

    private void add(Asked asked, int status, String code) {
        var ring = ring(asked.caller().brandId());
        if (ring == null) {
            return;
        }
        var path = asked.path();
        ring.add(new Entry(
                clock.instant(),
                asked.method(),
                path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "\u2026",
                status,
                code,
                (System.nanoTime() - asked.began()) / 1000,
                asked.caller().scope(),
                asked.key().isEmpty() ? "" : shortId(asked)));
    }

    /** Past the most brands, those that came first are kept and the others have no log on this server. */
    private @Nullable Ring ring(BrandId brand) {
        var ring = rings.get(brand);
        if (ring != null || rings.size() >= MOST_BRANDS) {
            return ring;
        }
        return rings.computeIfAbsent(brand, _ -> new Ring());
    }

    /** The beginning of the hash that is also stored with what the request did. */
    private static String shortId(Asked asked) {
        var hash = asked.caller().brand().secret().hash("key", asked.key());
        return Long.toHexString(hash.high() >>> 32);
    }

    private static String code(Answer answer) {
        return answer.isSuccess() || !answer.contentType().endsWith("problem+json")
                ? ""
                : Json.parse(answer.body())
                        .map(problem -> problem.path("code").asText())
                        .orElse("");
    }
}
