package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.herald.app.Herald;
import dev.herald.platform.Database;
import dev.herald.platform.NodeLease;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A comparison is fair only if both sides do the same work. */
class SameRowsTest {

    private static BenchDatabase database;
    private static Connection owner;
    private static Herald herald;
    private static Database db;
    private static NodeLease lease;

    @BeforeAll
    static void start() throws SQLException {
        database = BenchDatabase.start(Path.of("target", "data"), _ -> {});
        owner = database.connect();
        herald = new Herald(database.address(), InstantSource.system());
        db = Database.open(database.address(), 1);
        lease = NodeLease.take(db);
    }

    @AfterAll
    static void stop() throws SQLException {
        lease.close();
        db.close();
        herald.close();
        owner.close();
        database.close();
    }

    @Test
    void the_plain_way_writes_the_rows_that_herald_writes() throws SQLException {
        var byHerald = Stock.make(herald, owner, Scenario.HOT);
        var plainly = Stock.make(herald, owner, Scenario.HOT);
        assertThat(RedemptionBench.redeem(herald, Ask.of(byHerald))).isTrue();
        try (var plain = new OneByOne(db, plainly.brands(), lease.ids())) {
            assertThat(plain.redeem(Ask.of(plainly))).isTrue();
        }
        for (var table : List.of("redemption", "redeemed_order", "customer", "event", "campaign_counter")) {
            var rows = shapes(table, byHerald);
            assertThat(rows).as(table).hasSize(1);
            assertThat(shapes(table, plainly)).as(table).isEqualTo(rows);
        }
        assertThat(Books.check(owner)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void the_plain_way_serves_many_brands_too() throws SQLException {
        var codes = new ArrayList<>(Stock.make(herald, owner, Scenario.HOT).codes());
        codes.addAll(Stock.make(herald, owner, Scenario.HOT).codes());
        var both = new Stock(codes);
        try (var plain = new OneByOne(db, both.brands(), lease.ids())) {
            for (var code : codes) {
                assertThat(plain.redeem(new Ask(code, "customer-1", Ask.nextReference(), 10_000)))
                        .isTrue();
            }
        }
        assertThat(Books.check(owner)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_counter_that_is_off_by_one_is_found() throws SQLException {
        var stock = Stock.make(herald, owner, Scenario.HOT);
        assertThat(RedemptionBench.redeem(herald, Ask.of(stock))).isTrue();
        assertThat(Books.check(owner)).isPositive();
        count(stock, 1);
        assertThatThrownBy(() -> Books.check(owner)).hasMessageStartingWith("1 campaigns whose counter");
        count(stock, -1);
        assertThat(Books.check(owner)).isPositive();
    }

    private static void count(Stock stock, int more) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("update campaign_counter set used = used + " + more + " where brand_id = "
                    + stock.brands().getFirst().value());
        }
    }

    /** Each row of a brand as the names of its columns that hold something, with the sizes of what has a fixed size. */
    private static List<String> shapes(String table, Stock stock) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        """
                        select string_agg(name || case when name ~ '_hash$' then ' ' || length(value) else '' end, ', '
                                          order by name)
                          from %s as r, jsonb_each_text(jsonb_strip_nulls(to_jsonb(r))) as f(name, value)
                         where brand_id = %d
                         group by r
                        """.formatted(table, stock.brands().getFirst().value()))) {
            var shapes = new ArrayList<String>();
            while (rows.next()) {
                shapes.add(rows.getString(1));
            }
            return shapes;
        }
    }
}
