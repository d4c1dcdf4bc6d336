package dev.herald.job;

import dev.herald.platform.EventStream;
import dev.herald.platform.Unavailable;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tells whoever watches a job how it stands, then every change, until it ends. */
public final class JobWatch {

    /** At most four events a second. */
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(250);

    private final Jobs jobs;

    public JobWatch(Jobs jobs) {
        this.jobs = jobs;
    }

    /** What tells a stream about a job, in the form in which whoever listens wants it. */
    public Consumer<EventStream> of(Job job, Function<Job, ?> view) {
        return stream -> follow(job, view, stream);
    }

    private void follow(Job job, Function<Job, ?> view, EventStream stream) {
        stream.send(view.apply(job));
        var told = job;
        while (!told.state().isEnd() && stream.pause(BETWEEN_EVENTS)) {
            var now = later(told);
            if (!now.equals(told)) {
                stream.send(view.apply(now));
                told = now;
            }
        }
    }

    /** While the database is away, nothing changes. */
    private Job later(Job job) {
        try {
            return jobs.watched(job);
        } catch (Unavailable away) {
            return job;
        }
    }
}
