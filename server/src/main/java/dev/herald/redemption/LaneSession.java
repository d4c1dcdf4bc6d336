package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.redemption.LaneReads.Care;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane's own connection, on which it carries out one batch at a time, each in one transaction. */
final class LaneSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneSession.class);
    private static final int MOST_KNOWN = 100_000;

    private final Database db;
    private final Ids ids;
    private final Campaigns campaigns;

    /** Campaigns as they were last read. They choose what a batch reads; whether they still hold is read with it. */
    private final Map<Long, Campaign> known = new HashMap<>();

    private final Set<Long> withHolds = new HashSet<>();
    private @Nullable Connection connection;

    LaneSession(Database db, Ids ids, Campaigns campaigns) {
        this.db = db;
        this.ids = ids;
        this.campaigns = campaigns;
    }

    /**
     * Reads, decides, writes, commits. Tasks are decided one after the other on the same rows, so a batch gives exactly
     * what the same requests one by one would. When it throws, nothing was written, unless the connection was lost.
     */
    List<Outcome> carryOut(List<LaneTask> batch, Care care) throws SQLException {
        return carryOut(batch, needsCare(batch) ? Care.CAREFUL : care, care == Care.CAREFUL);
    }

    /**
     * @param withKeys whether to look up what was redeemed with the same keys before. Nearly always nothing was, and
     *     where something was, its order tells, or the database refuses the key.
     */
    private List<Outcome> carryOut(List<LaneTask> batch, Care care, boolean withKeys) throws SQLException {
        var open = connect();
        var keys = new BatchKeys(batch, known);
        var read = new LaneReads(open).read(batch, keys, care, withKeys);
        if (knewTooLittle(open, read, care)) {
            // In the same transaction, whose locks keep the campaigns as they were read now, unless they have to become
            // stronger: two processes that both did that would wait for each other.
            var more = needsCare(batch) ? Care.CAREFUL : care;
            if (more != care) {
                open.rollback();
            }
            return carryOut(batch, more, withKeys);
        }
        var state = read.state();
        read.versions().keySet().forEach(id -> state.campaigns.put(id, Objects.requireNonNull(known.get(id))));
        state.expireHolds();
        var outcomes = new ArrayList<Outcome>(batch.size());
        for (var task : batch) {
            outcomes.add(state.decide(task));
        }
        if (!withKeys && new EarlierReads(open).wasAnyRedeemed(unwrittenKeys(batch, outcomes))) {
            return carryOut(batch, care, true);
        }
        if (state.isUnchanged()) {
            open.rollback();
            return outcomes;
        }
        new LaneWrites(open).write(state, ids);
        open.commit();
        return outcomes;
    }

    /** Takes in what was read of the campaigns; true if it has to be read again because they are not as was known. */
    private boolean knewTooLittle(Connection open, LaneReads.Read read, Care care) throws SQLException {
        if (known.size() > MOST_KNOWN) {
            known.clear();
            withHolds.clear();
        }
        var stale = new ArrayList<Long>();
        read.versions().forEach((id, version) -> {
            var campaign = known.get(id);
            if (campaign == null || campaign.version() != version) {
                stale.add(id);
            }
        });
        if (!stale.isEmpty()) {
            // On this connection: those of the pool may all be waiting for the lock that this batch holds.
            found(open, stale).forEach(campaign -> known.put(campaign.id().value(), campaign));
        }
        withHolds.removeAll(read.versions().keySet());
        withHolds.addAll(read.withHolds());
        return !stale.isEmpty() || (care == Care.SWIFT && !read.withHolds().isEmpty());
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

    /** Whether decisions of the batch depend on more than counters whose checks are a fence. */
    private boolean needsCare(List<LaneTask> batch) {
        for (var task : batch) {
            var campaign = known.get(task.campaign().value());
            if (!(task instanceof LaneTask.Redeem redeem)
                    || redeem.reservation() != null
                    || withHolds.contains(task.campaign().value())
                    || (campaign != null && campaign.asksForFirstOrder())) {
                return true;
            }
        }
        return false;
    }

    /** A refusal, or what another key's request redeemed, is the answer only to a key that has no other yet. */
    private static Collection<BrandHash> unwrittenKeys(List<LaneTask> batch, List<Outcome> outcomes) {
        var keys = new TreeSet<BrandHash>();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i) instanceof LaneTask.Redeem(var attempt, var _, var _, var _)
                    && attempt.key() != null
                    && !(outcomes.get(i) instanceof Outcome.Redeemed(var redemption)
                            && attempt.key().equals(redemption.key()))) {
                keys.add(new BrandHash(attempt.brand(), attempt.key().key()));
            }
        }
        return keys;
    }

    private Connection connect() throws SQLException {
        if (connection == null) {
            var opened = db.dedicatedConnection();
            try (var statement = opened.createStatement()) {
                // Every row is found by an index, whatever the statistics of a young table say. A process that was
                // halted or cut off must not keep its locks from the others.
                statement.execute("""
                        set default_transaction_isolation = 'read committed';
                        set plan_cache_mode = force_generic_plan;
                        set enable_seqscan = off;
                        set enable_hashjoin = off;
                        set enable_mergejoin = off;
                        set lock_timeout = '1s';
                        set statement_timeout = '10s';
                        set idle_in_transaction_session_timeout = '10s'
                        """);
            }
            opened.setAutoCommit(false);
            connection = opened;
        }
        return connection;
    }

    /** Ends what a batch left undone; the next one finds a connection in order. */
    void recover() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("A lane's connection was lost", e);
            close();
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A lane's connection ended", e);
        } finally {
            connection = null;
        }
    }
}
