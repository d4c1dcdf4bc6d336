package dev.herald.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.herald.platform.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's share in carrying out jobs. Each kind of work is a task of its own, so that a node which does not know
 * a kind yet leaves it to others. The threads are the operating system's, so that long work cannot keep requests, which
 * run on virtual threads, off the processors.
 */
final class JobNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobNode.class);

    /** Redeeming comes first: so many jobs at once take so many processors and connections, and no more. */
    private static final int JOBS_AT_ONCE = 2;

    private static final Duration POLLING = Duration.ofSeconds(1);

    /**
     * A node that was silent for {@link #SILENT_BEATS} of these is taken for dead by whoever looks, and each looks every
     * second beat: its jobs go on after 10 to 15 seconds.
     */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final int SILENT_BEATS = 5;

    private static final Duration PIECES_END = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofDays(10_000);

    private final Scheduler scheduler;

    JobNode(Database db, InstantSource clock, List<? extends JobWork> works) {
        var tasks = new ArrayList<Task<?>>();
        for (var work : works) {
            var run = new JobRun(db, clock, work);
            tasks.add(
                    Tasks.custom(work.kind(), Void.class).onFailure(run::broke).execute(run::carryOut));
        }
        scheduler = Scheduler.create(db.connections(), tasks)
                .threads(JOBS_AT_ONCE)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(SILENT_BEATS)
                // Takes only what a thread is free for, and leaves the rest to other nodes.
                .pollUsingLockAndFetch(0.5, 1.0)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .schedulerName(new SchedulerName.Fixed(
                        "process " + ProcessHandle.current().pid()))
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(PIECES_END)
                .failureLogging(LogLevel.OFF, false)
                .addSchedulerListener(new Faults())
                .build();
        scheduler.start();
    }

    /** There is a new job: looks for it at once. */
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    /** The scheduler itself would tell of a database that is away with a stack trace each second. */
    private static final class Faults extends AbstractSchedulerListener {

        private static final Set<SchedulerEventType> NO_FAULTS = Set.of(
                SchedulerEventType.DEAD_EXECUTION,
                SchedulerEventType.RAN_DETECT_DEAD,
                SchedulerEventType.RAN_UPDATE_HEARTBEATS,
                SchedulerEventType.RAN_EXECUTE_DUE);
        private static final long BETWEEN_NANOS = Duration.ofMinutes(1).toNanos();

        private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - BETWEEN_NANOS);

        @Override
        public void onExecutionDead(Execution silent) {
            LOG.warn("Job run {} goes on: the node that had it is silent", silent.taskInstance.getId());
        }

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            var told = toldAt.get();
            var now = System.nanoTime();
            if (!NO_FAULTS.contains(type) && now - told >= BETWEEN_NANOS && toldAt.compareAndSet(told, now)) {
                LOG.warn("Jobs may be late: {}", type);
            }
        }
    }
}
