package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.console.AudienceFileRoutes;
import dev.herald.console.Frame;
import dev.herald.insight.AudienceRoutes;
import dev.herald.insight.Audiences;
import dev.herald.insight.RollupJob;
import dev.herald.insight.SegmentJob;
import dev.herald.platform.Database;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What tells who responds. Built by {@link Herald}. */
final class AudienceParts implements AutoCloseable {

    private final SegmentJob segments;
    private final Audiences audiences;

    AudienceParts(Database db, Access access) {
        segments = new SegmentJob(db, access);
        audiences = new Audiences(db, segments);
    }

    Audiences audiences() {
        return audiences;
    }

    /** Whom redemptions tell that a brand has new events. */
    Consumer<BrandId> wakes(RollupJob rollups) {
        return brand -> {
            rollups.wake(brand);
            segments.wake(brand);
        };
    }

    List<HttpService> services(Gate gate, Frame frame, Campaigns campaigns, Ambassadors ambassadors) {
        return List.of(
                new AudienceRoutes(gate, campaigns, ambassadors, audiences),
                new AudienceFileRoutes(frame, campaigns, ambassadors, audiences));
    }

    Duration lag(Instant now) {
        return segments.lag(now);
    }

    @Override
    public void close() {
        segments.close();
    }
}
