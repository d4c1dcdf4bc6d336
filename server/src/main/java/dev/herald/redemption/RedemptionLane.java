package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Unavailable;
import dev.herald.redemption.LaneState.BrandHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer that carries out what waits for it, all of it in one transaction: one fsync serves everybody who waited
 * while the last one ran. Tasks are decided one after the other on the same locked rows, so a batch gives exactly what
 * the same requests one by one would.
 */
final class RedemptionLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedemptionLane.class);
    private static final int LARGEST_BATCH = 512;
    private static final int LONGEST_QUEUE = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final int MOST_KNOWN = 100_000;

    /** How often a batch is decided again because another process was quicker, before it is taken apart. */
    private static final int MOST_CONFLICTS = 20;

    private final Database db;
    private final Ids ids;
    private final Campaigns campaigns;
    private final Consumer<BrandId> recorded;
    private final BlockingQueue<LaneTask> waiting = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Map<Long, Campaign> known = new HashMap<>();
    private final Thread writer;
    private volatile boolean closed;
    private @Nullable Connection connection;

    RedemptionLane(String name, Database db, Ids ids, Campaigns campaigns, Consumer<BrandId> recorded) {
        this.db = db;
        this.ids = ids;
        this.campaigns = campaigns;
        this.recorded = recorded;
        this.writer = Thread.ofVirtual().name(name).start(this::run);
    }

    /** Puts a task into the queue; its outcome completes when it is committed. Throws Unavailable when the queue is full. */
    void add(LaneTask task) {
        if (closed || !waiting.offer(task)) {
            throw new Unavailable("Too many redemptions are waiting. Try again in a second.");
        }
    }

    /** Carries out what waits, then ends. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join(PATIENCE.plusSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || !waiting.isEmpty()) {
            var batch = new ArrayList<LaneTask>();
            try {
                if (!closed) {
                    batch.add(waiting.take());
                }
            } catch (InterruptedException e) {
                // Asked to end: what still waits is carried out first.
            }
            waiting.drainTo(batch, LARGEST_BATCH - batch.size());
            if (!batch.isEmpty()) {
                carryOut(batch);
            }
        }
        disconnect();
    }

    private void carryOut(List<LaneTask> batch) {
        try {
            var outcomes = decided(batch);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (Unavailable away) {
            batch.forEach(task -> task.outcome().completeExceptionally(away));
        } catch (SQLException | RuntimeException fault) {
            isolate(batch, fault);
        }
    }

    /** One request that the database refuses must not take its neighbours along. */
    private void isolate(List<LaneTask> batch, Exception fault) {
        disconnect();
        if (batch.size() == 1) {
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
     * The outcomes, committed. After a lost connection the batch is simply decided again: its tasks carry the ids of
     * what they make, so that what was committed after all is recognised.
     */
    private List<Outcome> decided(List<LaneTask> batch) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int conflicts = 0; ; ) {
            try {
                var outcomes = attempt(batch, conflicts > 0);
                if (outcomes != null) {
                    return outcomes;
                }
                if (++conflicts > MOST_CONFLICTS) {
                    throw new SQLException("Other processes are always quicker");
                }
            } catch (SQLException fault) {
                disconnect();
                switch (Fault.of(fault)) {
                    case CONFLICT -> {
                        if (++conflicts > MOST_CONFLICTS) {
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

    /**
     * Reads, decides, writes, commits; absent if it has to be done again from the start.
     *
     * @param withKeys whether to look up what was redeemed with the same keys before. Nearly always nothing was, and
     *     where something was, its order tells, or the database refuses the key.
     */
    private @Nullable List<Outcome> attempt(List<LaneTask> batch, boolean withKeys) throws SQLException {
        var open = connect();
        var lockCustomers = batch.stream().anyMatch(task -> isFirstOrderOnly(task, known));
        var read = new LaneReads(open).read(batch, lockCustomers, withKeys);
        var state = read.state();
        refresh(open, read);
        if (!lockCustomers && batch.stream().anyMatch(task -> isFirstOrderOnly(task, state.campaigns))) {
            open.rollback();
            return attempt(batch, withKeys);
        }
        var missing = MissingCounters.of(batch, state);
        if (!missing.isEmpty()) {
            open.rollback();
            new NewCounters(open).make(missing, brands(batch));
            open.commit();
            return attempt(batch, withKeys);
        }
        var outcomes = batch.stream().map(state::decide).toList();
        if (!withKeys && new EarlierReads(open).wasAnyRedeemed(keysOfRefused(batch, outcomes))) {
            open.rollback();
            return attempt(batch, true);
        }
        if (state.made.isEmpty() && state.reversed.isEmpty()) {
            open.rollback();
            return outcomes;
        }
        if (!new LaneWrites(open).write(state, ids)) {
            open.rollback();
            return null;
        }
        open.commit();
        brands(batch).forEach(brand -> recorded.accept(new BrandId(brand)));
        return outcomes;
    }

    /** A refusal is the answer only to a key that has no other yet. */
    private static Set<BrandHash> keysOfRefused(List<LaneTask> batch, List<Outcome> outcomes) {
        var keys = new TreeSet<BrandHash>();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i) instanceof LaneTask.Redeem(var attempt, var _, var _)
                    && attempt.key() != null
                    && !(outcomes.get(i) instanceof Outcome.Redeemed)) {
                keys.add(new BrandHash(attempt.brand(), attempt.key().key()));
            }
        }
        return keys;
    }

    /** Knows every campaign of the batch in the version that the database has. */
    private void refresh(Connection open, LaneReads.Read read) throws SQLException {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        var stale = read.versions().entrySet().stream()
                .filter(version -> {
                    var campaign = known.get(version.getKey());
                    return campaign == null || campaign.version() != version.getValue();
                })
                .map(Map.Entry::getKey)
                .toList();
        if (!stale.isEmpty()) {
            // On this connection: those of the pool may all be waiting for the lock that this batch holds.
            found(open, stale).forEach(campaign -> known.put(campaign.id().value(), campaign));
        }
        read.versions().keySet().forEach(id -> read.state().campaigns.put(id, Objects.requireNonNull(known.get(id))));
    }

    private List<Campaign> found(Connection open, List<Long> ids) throws SQLException {
        try {
            return campaigns.find(open, ids);
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException fault) {
                throw fault;
            }
            throw e;
        }
    }

    private static boolean isFirstOrderOnly(LaneTask task, Map<Long, Campaign> campaigns) {
        var campaign = campaigns.get(task.campaign().value());
        return campaign != null && campaign.limits().firstOrderOnly();
    }

    private static List<Long> brands(List<LaneTask> batch) {
        return batch.stream().map(task -> task.brand().value()).distinct().toList();
    }

    private Connection connect() throws SQLException {
        if (connection == null) {
            var opened = db.dedicatedConnection();
            try (var statement = opened.createStatement()) {
                // Every row is found by an index, whatever the statistics of a young table say.
                statement.execute("""
                        set plan_cache_mode = force_generic_plan;
                        set enable_seqscan = off;
                        set enable_hashjoin = off;
                        set enable_mergejoin = off;
                        set lock_timeout = '3s';
                        set statement_timeout = '10s'
                        """);
            }
            opened.setAutoCommit(false);
            connection = opened;
        }
        return connection;
    }

    private void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("A lane's connection ended", e);
            }
            connection = null;
        }
    }
}
