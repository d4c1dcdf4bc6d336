package dev.herald.job;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Json;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Long work: taken on with a request, carried out by whichever node is free, watched, cancelled and resumed. */
public final class Jobs implements AutoCloseable {

    /** How old what a watcher sees may be: so a job costs one query, however many watch it. */
    private static final Duration WATCHERS_MEMORY = Duration.ofMillis(200);

    private static final int MOST_REMEMBERED = 1000;

    private record Seen(Job job, long at) {}

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<JobId, Seen> seen = new ConcurrentHashMap<>();
    private volatile @Nullable JobNode node;

    public Jobs(Database db, Ids ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** From now on this process carries out jobs of these kinds, of all nodes on the database. */
    public void start(List<? extends JobWork> works) {
        node = new JobNode(db, clock, works);
    }

    /**
     * Takes a job on, in the caller's transaction if there is one: then the job exists if and only if that is kept. It
     * begins after the commit, at once if this node is free.
     */
    public Job create(BrandId brand, String kind, Object input, long total) {
        var id = new JobId(ids.next());
        return db.inBrand(brand.value(), tx -> {
            var store = new JobStore(tx);
            var job = waiting(brand, id, kind, Json.text(input), total);
            store.insert(job);
            store.schedule(job, 1, clock.instant());
            Database.afterCommit(this::wake);
            return job;
        });
    }

    /**
     * The same for work that is done for all who ask for it meanwhile: as long as a job of this kind with the same input
     * waits or is carried out, that one is the answer.
     */
    public Job createUnlessUnderWay(BrandId brand, String kind, Object input, long total) {
        return db.inBrand(brand.value(), tx -> {
            var store = new JobStore(tx);
            store.lockKind(brand, kind);
            return store.underWay(brand, kind, Json.text(input)).orElseGet(() -> create(brand, kind, input, total));
        });
    }

    public Optional<Job> find(BrandId brand, JobId id) {
        return db.inBrand(brand.value(), tx -> new JobStore(tx).find(brand, id));
    }

    /** The same, or a refusal. */
    public Job get(BrandId brand, JobId id) {
        return find(brand, id).orElseThrow(Jobs::unknown);
    }

    public List<Job> list(BrandId brand, Page page) {
        return db.inBrand(brand.value(), tx -> new JobStore(tx).list(brand, page));
    }

    /** Ends a job after the piece that is under way; what was done stays. A second time changes nothing. */
    public Job cancel(BrandId brand, JobId id) {
        return db.inBrand(brand.value(), tx -> {
            var store = new JobStore(tx);
            var job = store.lock(brand, id).orElseThrow(Jobs::unknown).job();
            switch (job.state()) {
                case WAITING, RUNNING -> store.cancel(job, clock.instant());
                case CANCELLED -> {}
                case DONE, FAILED -> throw ended(job);
            }
            return store.find(brand, id).orElseThrow();
        });
    }

    /** Has a job that was cancelled or failed go on where it ended; one that has not ended goes on anyway. */
    public Job resume(BrandId brand, JobId id) {
        return db.inBrand(brand.value(), tx -> {
            var store = new JobStore(tx);
            var locked = store.lock(brand, id).orElseThrow(Jobs::unknown);
            switch (locked.job().state()) {
                case CANCELLED, FAILED -> {
                    store.resume(locked.job());
                    store.schedule(locked.job(), locked.run() + 1, clock.instant());
                    Database.afterCommit(this::wake);
                }
                case WAITING, RUNNING -> {}
                case DONE -> throw ended(locked.job());
            }
            return store.find(brand, id).orElseThrow();
        });
    }

    /** A job as it stood a moment ago. */
    Job watched(Job job) {
        if (seen.size() > MOST_REMEMBERED) {
            seen.clear();
        }
        return seen.compute(job.id(), (id, before) -> {
                    var now = System.nanoTime();
                    return before != null && now - before.at() < WATCHERS_MEMORY.toNanos()
                            ? before
                            : new Seen(get(job.brand(), id), now);
                })
                .job();
    }

    /** Lets the pieces under way end; the jobs go on elsewhere, or here after the next start. */
    @Override
    public void close() {
        var started = node;
        if (started != null) {
            started.close();
        }
    }

    private void wake() {
        var started = node;
        if (started != null) {
            started.wake();
        }
    }

    private Job waiting(BrandId brand, JobId id, String kind, String input, long total) {
        return new Job(
                brand,
                id,
                kind,
                input,
                Job.State.WAITING,
                total,
                0,
                "{}",
                List.of(),
                0,
                null,
                null,
                new Pace(List.of()),
                clock.instant(),
                null,
                null);
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("job");
    }

    private static RequestRefused ended(Job job) {
        var state = job.state().name().toLowerCase(Locale.ROOT);
        return new RequestRefused(409, "job_state", "The job is " + state + " already.");
    }
}
