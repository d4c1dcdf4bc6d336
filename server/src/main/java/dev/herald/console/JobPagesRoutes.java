package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.BrandId;
import dev.herald.console.Shell.Section;
import dev.herald.job.JobId;
import dev.herald.job.JobWatch;
import dev.herald.job.Jobs;
import dev.herald.platform.Answer;
import dev.herald.platform.EventStream;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Long work on the console: what is under way, how far it is, cancelled and resumed. */
public final class JobPagesRoutes implements HttpService {

    private final Frame frame;
    private final Jobs jobs;
    private final JobWatch watch;

    public JobPagesRoutes(Frame frame, Jobs jobs) {
        this.frame = frame;
        this.jobs = jobs;
        this.watch = new JobWatch(jobs);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/jobs", frame.page(this::list))
                .get("/console/jobs/{id}", frame.page(this::show))
                .get("/console/jobs/{id}/events", frame.stream(this::events))
                .post("/console/jobs/{id}/cancel", step(jobs::cancel))
                .post("/console/jobs/{id}/resume", step(jobs::resume));
    }

    private Answer list(SignedIn who, ServerRequest request) {
        var asked = Requests.page(request, JobId.PREFIX);
        var listing = asked.listing(
                jobs.list(who.brand().id(), asked),
                lines(who)::line,
                job -> job.id().toString());
        var next = listing.next();
        var page = new JobsPage(
                frame.shell(who, request, "Long work", Section.CODES),
                listing.data().stream().filter(job -> !job.ended()).toList(),
                listing.data().stream().filter(JobLine::ended).toList(),
                next == null ? "" : next);
        return frame.show(request, 200, "console/jobs.jte", page);
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var line = lines(who).line(jobs.get(who.brand().id(), id(request)));
        var page = new JobPage(frame.shell(who, request, line.title(), Section.CODES), line);
        return frame.show(request, 200, "console/job.jte", page);
    }

    private Consumer<EventStream> events(SignedIn who, ServerRequest request) {
        return watch.of(
                jobs.get(who.brand().id(), id(request)), job -> lines(who).tick(job));
    }

    /** Twice is as once: a job that ended meanwhile is shown as it ended. */
    private Handler step(BiConsumer<BrandId, JobId> step) {
        return frame.form((who, request) -> {
            var id = id(request);
            var back = Form.of(Requests.form(request)).value("back");
            try {
                step.accept(who.brand().id(), id);
            } catch (RequestRefused refused) {
                if (!refused.problem().code().equals("job_state")) {
                    throw refused;
                }
            }
            return Answer.redirect(isOurs(back) ? back : "/console/jobs/" + id);
        });
    }

    /** Only back to a page of the console: a form must not lead anywhere else. */
    private static boolean isOurs(String address) {
        return address.matches("/console(/[A-Za-z0-9_-]+){0,5}");
    }

    private JobLines lines(SignedIn who) {
        return new JobLines(frame.formats(who.brand()), frame.now());
    }

    private static JobId id(ServerRequest request) {
        return new JobId(Requests.id(request, "id", JobId.PREFIX, "job"));
    }
}
