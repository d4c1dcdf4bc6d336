package dev.herald.redemption;

import dev.herald.platform.Database;
import java.sql.SQLException;
import java.util.Objects;

/** What a failed batch can do about its failure. */
enum Fault {
    /** Another process held or changed what the batch needs: decide again. */
    CONFLICT,
    /** The database cannot be reached: try for a while. */
    AWAY,
    /** The batch itself is at fault: take it apart. */
    OTHER;

    static Fault of(SQLException fault) {
        var state = Objects.requireNonNullElse(fault.getSQLState(), "");
        if (state.equals("40001") || state.equals("40P01") || state.equals("55P03")) {
            return CONFLICT;
        }
        return Database.isAway(fault) ? AWAY : OTHER;
    }
}
