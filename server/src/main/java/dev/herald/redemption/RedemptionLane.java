package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.platform.Unavailable;
import dev.herald.redemption.LaneReads.Care;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer that carries out what waits for it, all of it in one transaction: one fsync serves everybody who waited
 * while the last one ran. What waits is bounded, so that nobody waits longer than a shop does.
 */
final class RedemptionLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedemptionLane.class);
    private static final int LARGEST_BATCH = 512;
    private static final int LONGEST_QUEUE = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** How often a batch is decided again because another process was quicker, before it is taken apart. */
    private static final int MOST_CONFLICTS = 20;

    private final LaneSession session;
    private final Consumer<BrandId> recorded;
    private final BlockingQueue<LaneTask> waiting = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final LanePace pace = new LanePace(LARGEST_BATCH, LONGEST_QUEUE);
    private final Thread writer;
    private final ReentrantLock idling = new ReentrantLock();
    private boolean idle;
    private volatile boolean closed;

    /** @param recorded told after each commit which brand has news; must return at once */
    RedemptionLane(String name, LaneSession session, Consumer<BrandId> recorded) {
        this.session = session;
        this.recorded = recorded;
        this.writer = Thread.ofVirtual().name(name).start(this::run);
    }

    /** Puts a task into the queue; its outcome completes when it is committed. Throws Unavailable when the queue is full. */
    void add(LaneTask task) {
        if (closed || waiting.size() >= pace.longestQueue() || !waiting.offer(task)) {
            throw new Unavailable("Too many redemptions are waiting. Try again in a second.");
        }
        if (closed && waiting.remove(task)) {
            throw new Unavailable("This process is about to end. Try again in a second.");
        }
    }

    /** Carries out what waits, then ends. */
    @Override
    public void close() {
        idling.lock();
        try {
            closed = true;
            if (idle) {
                writer.interrupt();
            }
        } finally {
            idling.unlock();
        }
        try {
            writer.join(PATIENCE.plusSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || !waiting.isEmpty()) {
            var batch = new ArrayList<LaneTask>();
            takeFirst(batch);
            waiting.drainTo(batch, LARGEST_BATCH - batch.size());
            if (!batch.isEmpty()) {
                var start = System.nanoTime();
                carryOut(batch);
                pace.took(batch.size(), System.nanoTime() - start);
            }
        }
        session.close();
    }

    /** Waits for a task or for the end. Only then is the writer interrupted: it would lose its connection otherwise. */
    private void takeFirst(List<LaneTask> batch) {
        if (!idles(true)) {
            return;
        }
        try {
            batch.add(waiting.take());
        } catch (InterruptedException e) {
            // Asked to end: what still waits is carried out first.
        } finally {
            idles(false);
        }
    }

    private boolean idles(boolean now) {
        idling.lock();
        try {
            idle = now && !closed;
            if (!now) {
                // Asked to end in the moment in which it took a task: the loop sees it, the connection must not.
                Thread.interrupted();
            }
            return idle;
        } finally {
            idling.unlock();
        }
    }

    private void carryOut(List<LaneTask> batch) {
        try {
            var outcomes = decided(batch);
            batch.stream().map(LaneTask::brand).distinct().forEach(recorded);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (Unavailable away) {
            batch.forEach(task -> task.outcome().completeExceptionally(away));
        } catch (SQLException | RuntimeException fault) {
            isolate(batch, fault);
        } catch (Error broken) {
            // A lane that ended would let everybody wait for ever.
            LOG.error("A lane could not carry out {} requests", batch.size(), broken);
            session.close();
            batch.forEach(task -> task.outcome().completeExceptionally(broken));
        }
    }

    /** One request that the database refuses must not take its neighbours along, nor one campaign that is kept locked. */
    private void isolate(List<LaneTask> batch, Exception fault) {
        session.recover();
        var campaigns = batch.stream().collect(Collectors.groupingBy(LaneTask::campaign));
        if (campaigns.size() > 1) {
            campaigns.values().forEach(this::carryOut);
        } else if (Fault.isBusy(fault)) {
            LOG.warn("Campaign {} is locked: {}", batch.getFirst().campaign(), fault.getMessage());
            var busy = new Unavailable("The campaign is being changed just now. Try again with the same key.");
            batch.forEach(task -> task.outcome().completeExceptionally(busy));
        } else if (batch.size() == 1) {
            LOG.error(
                    "A request could not be carried out in brand {}",
                    batch.getFirst().brand(),
                    fault);
            batch.getFirst().outcome().completeExceptionally(fault);
        } else {
            batch.forEach(task -> carryOut(List.of(task)));
        }
    }

    /**
     * The outcomes, committed. After a conflict the batch is decided again with care; after a lost connection as well:
     * its tasks carry the ids of what they make, so that what was committed after all is recognised.
     */
    private List<Outcome> decided(List<LaneTask> batch) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var care = Care.SWIFT;
        for (int conflicts = 0; ; ) {
            try {
                return session.carryOut(batch, care);
            } catch (SQLException fault) {
                session.recover();
                care = Care.CAREFUL;
                switch (Fault.of(fault)) {
                    case CONFLICT -> {
                        if (++conflicts > MOST_CONFLICTS || (Fault.isBusy(fault) && hasWaited(batch, deadline))) {
                            throw fault;
                        }
                    }
                    case AWAY -> {
                        if (System.nanoTime() > deadline) {
                            LOG.warn("Database away: {}", fault.getMessage());
                            throw new Unavailable(
                                    "The database cannot be reached just now. Try again with the same key.");
                        }
                        LockSupport.parkNanos(PAUSE.toNanos());
                    }
                    case OTHER -> throw fault;
                }
            }
        }
    }

    /** Those of one campaign wait for it; what is mixed is taken apart, so that the others need not. */
    private static boolean hasWaited(List<LaneTask> batch, long deadline) {
        return System.nanoTime() > deadline
                || batch.stream().map(LaneTask::campaign).distinct().count() > 1;
    }
}
