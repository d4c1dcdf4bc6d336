package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableStatisticsTest {

    @Test
    void a_table_that_outgrew_its_statistics_gets_new_ones_and_then_is_left_alone() throws Exception {
        try (var db = Database.open(TestPostgres.migratedDatabase(), 2)) {
            try (var owner = db.ownerConnection();
                    var statement = owner.createStatement()) {
                statement.execute("""
                        insert into brand (brand_id, name, mode, secret) values (1, 'One', 'test', sha256('one'));
                        set herald.brands = '{1}';
                        insert into event (brand_id, event_id, kind, subject_id)
                        select 1, n, 'redeemed', n from generate_series(1, 1000) n;
                        select pg_stat_force_next_flush()
                        """);
            }
            assertThat(TableStatistics.refresh(db)).contains("event");
            assertThat(TableStatistics.refresh(db)).doesNotContain("event");
        }
    }
}
