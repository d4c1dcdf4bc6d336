package dev.herald.job;

import dev.herald.access.BrandId;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.EventStream;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Jobs over HTTP. */
public final class JobRoutes implements HttpService {

    private final Gate gate;
    private final Jobs jobs;
    private final JobWatch watch;
    private final InstantSource clock;

    public JobRoutes(Gate gate, Jobs jobs, InstantSource clock) {
        this.gate = gate;
        this.jobs = jobs;
        this.watch = new JobWatch(jobs);
        this.clock = clock;
    }

    /** The answer of a route that took long work on. */
    public static Answer accepted(Job job) {
        return Answer.json(202, JobView.of(job, job.createdAt())).with("Location", "/v1/jobs/" + job.id());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/jobs", gate.reads(Scope.ADMIN, this::list))
                .get("/v1/jobs/{id}", gate.reads(Scope.ADMIN, this::show))
                .post("/v1/jobs/{id}/cancel", step(jobs::cancel))
                .post("/v1/jobs/{id}/resume", step(jobs::resume))
                .get("/v1/jobs/{id}/events", gate.streams(Scope.ADMIN, this::events));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var page = Requests.page(request, JobId.PREFIX);
        var fetched = jobs.list(caller.brandId(), page);
        return Answer.ok(page.listing(fetched, this::view, job -> job.id().toString()));
    }

    private Answer show(Caller caller, ServerRequest request) {
        return Answer.ok(view(jobs.get(caller.brandId(), id(request))));
    }

    private Handler step(BiFunction<BrandId, JobId, Job> step) {
        return gate.changes(Scope.ADMIN, call -> Answer.ok(view(step.apply(call.brand(), id(call.request())))));
    }

    private Consumer<EventStream> events(Caller caller, ServerRequest request) {
        return watch.of(jobs.get(caller.brandId(), id(request)), this::view);
    }

    private static JobId id(ServerRequest request) {
        return new JobId(Requests.id(request, "id", JobId.PREFIX, "job"));
    }

    private JobView view(Job job) {
        return JobView.of(job, clock.instant());
    }
}
