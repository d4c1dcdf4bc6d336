package dev.herald.redemption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * Takes off the counters what reversals and ended holds give back. A row that no limit needs any more is gone, so rows
 * are changed one by one rather than inserted again. A row whose limit was lowered below what was used says what was
 * used instead; it comes down to the limit with what is given back, or two processes could both take the last slot.
 */
final class Decreases {

    private interface Key<K> {
        void bind(PreparedStatement statement, K key) throws SQLException;
    }

    private final Connection connection;

    Decreases(Connection connection) {
        this.connection = connection;
    }

    void write(LaneCounters counters) throws SQLException {
        write(
                counters.standing,
                """
                update customer set standing = standing - a.less
                  from (values (?::bigint, ?::bigint)) as a(less, most)
                 where brand_id = ? and customer = ?
                """,
                (statement, customer) -> statement.setBytes(4, customer.hash().bytes()));
        write(counters.turns, """
                update customer_counter set used = used - a.less, max_uses = greatest(a.most, used - a.less)
                  from (values (?::bigint, ?::bigint)) as a(less, most)
                 where brand_id = ? and campaign_id = ? and customer = ? and period = ?
                """, (statement, turns) -> {
            statement.setLong(4, turns.campaign().value());
            statement.setBytes(5, turns.customer().bytes());
            statement.setString(6, turns.period());
        });
        write(counters.codes, """
                update code_counter set used = used - a.less, max_uses = greatest(a.most, used - a.less)
                  from (values (?::bigint, ?::bigint)) as a(less, most)
                 where brand_id = ? and code_id = ?
                """, (statement, code) -> statement.setLong(4, code));
        writeCampaigns(counters.campaigns);
    }

    private <K> void write(Map<K, Counter> counters, String update, Key<K> key) throws SQLException {
        var less = counters.entrySet().stream()
                .filter(entry -> entry.getValue().usedMore() < 0)
                .toList();
        if (less.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(update)) {
            for (var entry : less) {
                statement.setLong(1, -entry.getValue().usedMore());
                statement.setLong(2, entry.getValue().mostUsed);
                statement.setLong(3, entry.getValue().brand.value());
                key.bind(statement, entry.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void writeCampaigns(Map<Long, Counter> campaigns) throws SQLException {
        var less = campaigns.entrySet().stream()
                .filter(entry ->
                        entry.getValue().usedMore() < 0 || entry.getValue().spentMore() < 0)
                .toList();
        if (less.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("""
                update campaign_counter
                   set used = used - a.used_less, spent = spent - a.spent_less,
                       max_uses = case when max_uses is not null then greatest(a.most_used, used - a.used_less) end,
                       budget = case when budget is not null then greatest(a.most_spent, spent - a.spent_less) end
                  from (values (?::bigint, ?::bigint, ?::bigint, ?::bigint))
                    as a(used_less, spent_less, most_used, most_spent)
                 where brand_id = ? and campaign_id = ?
                """)) {
            for (var entry : less) {
                statement.setLong(1, Math.max(0, -entry.getValue().usedMore()));
                statement.setLong(2, Math.max(0, -entry.getValue().spentMore()));
                statement.setLong(3, entry.getValue().mostUsed);
                statement.setLong(4, entry.getValue().mostSpent);
                statement.setLong(5, entry.getValue().brand.value());
                statement.setLong(6, entry.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
