package dev.herald.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the jobs of one kind, piece by piece. A piece, its progress and the look whether it is still wanted are
 * one transaction under the lock of the job's row: so a piece is done once even if two nodes should ever try.
 */
final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    static final int MOST_RETRIES = 10;

    /** After so long a job lets another one have its turn, if one waits. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private static final Duration DATABASE_AWAY = Duration.ofMillis(500);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);

    /** The share of the time after which others take us for dead; well before it we stop. */
    private static final double SILENT_TOO_LONG = 0.6;

    private static final JobError GIVEN_UP = JobError.of(
            "internal",
            "It broke on our side again and again. Resume it when the operator has mended what the log tells.");

    /** Names one run of a job in the scheduler's table. */
    record Name(BrandId brand, JobId id, int run) {

        static Name parse(String text) {
            var parts = text.split("/", -1);
            return new Name(
                    new BrandId(Long.parseLong(parts[0])),
                    new JobId(Long.parseLong(parts[1])),
                    Integer.parseInt(parts[2]));
        }

        @Override
        public String toString() {
            return brand.value() + "/" + id.value() + "/" + run;
        }
    }

    private final Database db;
    private final InstantSource clock;
    private final JobWork work;

    JobRun(Database db, InstantSource clock, JobWork work) {
        this.db = db;
        this.clock = clock;
        this.work = work;
    }

    /** Works until the job ends, the process does, or another job's turn comes. */
    CompletionHandler<Void> carryOut(TaskInstance<Void> instance, ExecutionContext context) {
        var name = Name.parse(instance.getId());
        var turnEnds = System.nanoTime() + TURN.toNanos();
        var begun = false;
        while (mayGoOn(context)) {
            try {
                if (System.nanoTime() - turnEnds >= 0) {
                    if (othersWait()) {
                        break;
                    }
                    turnEnds = System.nanoTime() + TURN.toNanos();
                }
                var goesOn = begun ? doPiece(name) : begin(name);
                begun = true;
                if (!goesOn) {
                    return (_, operations) -> operations.remove();
                }
            } catch (Unavailable away) {
                LockSupport.parkNanos(DATABASE_AWAY.toNanos());
            }
        }
        return (complete, operations) -> operations.reschedule(complete, clock.instant());
    }

    private static boolean mayGoOn(ExecutionContext context) {
        var heartbeat = context.getCurrentlyExecuting().getHeartbeatState();
        return !context.getSchedulerState().isShuttingDown() && heartbeat.getFractionDead() < SILENT_TOO_LONG;
    }

    private boolean othersWait() {
        return db.withoutBrand(tx -> new JobStore(tx).anyDue(clock.instant()));
    }

    private boolean begin(Name name) {
        return db.inBrand(name.brand().value(), tx -> {
            var store = new JobStore(tx);
            var wanted = wanted(store, name);
            wanted.ifPresent(found -> store.begin(found.job(), clock.instant()));
            return wanted.isPresent();
        });
    }

    private boolean doPiece(Name name) {
        try {
            return db.inBrand(name.brand().value(), tx -> {
                var store = new JobStore(tx);
                var wanted = wanted(store, name);
                if (wanted.isEmpty()) {
                    return false;
                }
                var job = wanted.get().job();
                var progress = work.next(job);
                store.save(job, progress, clock.instant());
                return !progress.finished();
            });
        } catch (RequestRefused refusal) {
            var problem = refusal.problem();
            fail(name, JobError.of(problem.code(), problem.detail()));
            return false;
        }
    }

    private void fail(Name name, JobError failure) {
        db.inBrand(name.brand().value(), tx -> {
            var store = new JobStore(tx);
            var wanted = wanted(store, name);
            wanted.ifPresent(found -> store.fail(found.job(), failure, clock.instant()));
            return wanted;
        });
    }

    /** The job if it is still to be done, and by this run. */
    private static Optional<JobStore.Locked> wanted(JobStore store, Name name) {
        return store.lock(name.brand(), name.id())
                .filter(found ->
                        found.run() == name.run() && !found.job().state().isEnd());
    }

    /**
     * After an exception that nobody meant: tries again, ever later, and gives up in the end. The tries are counted in the
     * job's row and not by the scheduler, because each piece that succeeds makes them begin anew.
     */
    void broke(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var name = Name.parse(complete.getExecution().taskInstance.getId());
        var retries = countBroken(name, complete.getCause().orElse(null));
        if (retries.isEmpty()) {
            operations.remove();
        } else {
            operations.reschedule(complete, clock.instant().plus(pause(retries.get())));
        }
    }

    /** How many tries broke before; empty if there is to be no other. */
    private Optional<Integer> countBroken(Name name, @Nullable Throwable cause) {
        return db.inBrand(name.brand().value(), tx -> {
            var store = new JobStore(tx);
            var wanted = wanted(store, name);
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            var before = wanted.get().broken();
            if (before >= MOST_RETRIES) {
                LOG.error("Job {} is given up: it broke {} times in a row", name.id(), before + 1, cause);
                store.fail(wanted.get().job(), GIVEN_UP, clock.instant());
                return Optional.empty();
            }
            if (before == 0) {
                LOG.warn("Job {} broke and is tried again", name.id(), cause);
            }
            store.countBroken(wanted.get().job());
            return Optional.of(before);
        });
    }

    static Duration pause(int retriesBefore) {
        var pause = FIRST_RETRY.multipliedBy(1L << Math.min(retriesBefore, 20));
        return pause.compareTo(LAST_RETRY) < 0 ? pause : LAST_RETRY;
    }
}
