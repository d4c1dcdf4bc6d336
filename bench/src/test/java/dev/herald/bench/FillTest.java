package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FillTest {

    private static final int ROWS = 3_000;

    private static BenchDatabase database;
    private static Connection owner;

    @BeforeAll
    static void fill() throws SQLException {
        database = BenchDatabase.start(Path.of("target", "data"), _ -> {});
        owner = database.connect();
        Fill.load(database.address(), ROWS, _ -> {});
    }

    @AfterAll
    static void stop() throws SQLException {
        owner.close();
        database.close();
    }

    @Test
    void what_is_filled_in_balances() throws SQLException {
        assertThat(Books.check(owner)).isEqualTo(ROWS);
        for (var table : List.of("campaign_counter", "code_counter", "customer_counter", "customer", "reversal")) {
            assertThat(Books.number(owner, "select count(*) from " + table))
                    .as(table)
                    .isPositive();
        }
    }

    /** Made anew, a foreign key looks at every row. */
    @Test
    void what_is_filled_in_refers_to_what_there_is() throws SQLException {
        var again = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select format('alter table %s drop constraint %I, add constraint %I %s',
                                      conrelid::regclass, conname, conname, pg_get_constraintdef(oid))
                          from pg_constraint
                         where contype = 'f'
                        """)) {
            while (rows.next()) {
                again.add(rows.getString(1));
            }
        }
        assertThat(again).hasSizeGreaterThan(10);
        for (var constraint : again) {
            try (var statement = owner.createStatement()) {
                statement.execute(constraint);
            }
        }
    }

    @Test
    void every_kind_of_miscount_is_found() throws SQLException {
        for (var fault : List.of(
                "update campaign_counter set spent = spent + 1",
                "update code_counter set used = used + 1",
                "update customer_counter set used = used + 1",
                "update customer set standing = standing + 1",
                "delete from event where kind = 'redeemed'",
                "delete from redeemed_order")) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                assertThat(statement.executeUpdate(fault)).isPositive();
            }
            assertThatThrownBy(() -> Books.check(owner)).as(fault).isInstanceOf(IllegalStateException.class);
            owner.rollback();
            owner.setAutoCommit(true);
        }
        assertThat(Books.check(owner)).isEqualTo(ROWS);
    }
}
