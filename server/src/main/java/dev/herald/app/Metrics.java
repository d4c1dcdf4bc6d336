package dev.herald.app;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** What a monitoring system asks for, in the text format of Prometheus; no brand is named in it. */
final class Metrics {

    static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();

    /** @param lags by follower: how old the oldest event is that it has not taken yet */
    Metrics(Map<String, Function<Instant, Duration>> lags) {
        JvmMemoryMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        GaugeWithCallback.builder()
                .name("herald_events_lag_seconds")
                .help("Age of the oldest event that a follower has not taken yet; 0 if there is none.")
                .labelNames("follower")
                .callback(gauge -> lags.forEach(
                        (follower, lag) -> gauge.call(lag.apply(Instant.now()).toNanos() / 1e9, follower)))
                .register(registry);
    }

    byte[] text() {
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
