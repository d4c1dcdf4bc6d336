package dev.herald.redemption;

import dev.herald.platform.Database;
import java.sql.SQLException;
import java.util.Objects;

/** What a failed batch can do about its failure. */
enum Fault {
    /**
     * Another process held or changed what the batch needs, or got in first with an order, a key or the last slot: decide
     * again.
     */
    CONFLICT,
    /** The database cannot be reached: try for a while. */
    AWAY,
    /** The batch itself is at fault: take it apart. */
    OTHER;

    /** Whether it waited in vain for what others lock. */
    static boolean isBusy(Exception fault) {
        return fault instanceof SQLException sql && "55P03".equals(sql.getSQLState());
    }

    static Fault of(SQLException fault) {
        var state = Objects.requireNonNullElse(fault.getSQLState(), "");
        return switch (state) {
            // Serialization, deadlock, lock not available, unique key, check, not null.
            case "40001", "40P01", "55P03", "23505", "23514", "23502" -> CONFLICT;
            // Too slow, or idle for too long in a transaction and cut off for it.
            case "57014", "25P03" -> AWAY;
            default -> Database.isAway(fault) ? AWAY : OTHER;
        };
    }
}
