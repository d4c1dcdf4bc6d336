package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void every_test_gets_a_database_of_its_own_with_the_newest_schema() throws SQLException {
        var one = TestPostgres.migratedDatabase();
        var other = TestPostgres.migratedDatabase();
        assertThat(one).isNotEqualTo(other);
        assertThat(tables(one)).isPositive().isEqualTo(tables(other));
        assertThat(tables(TestPostgres.emptyDatabase())).isZero();
    }

    private static int tables(DatabaseAddress address) throws SQLException {
        try (var connection = TestPostgres.connect(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
