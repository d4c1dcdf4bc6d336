package dev.herald.bench;

import dev.herald.app.Herald;
import dev.herald.platform.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Whether redemptions become slower the more there are of them, of campaigns and of codes. */
final class GrowthBench implements AutoCloseable {

    private static final int CAMPAIGNS = 1_000;
    private static final int CODES_EACH = 100;
    private static final int MANY_CAMPAIGNS = 10_000;

    private final Series series;
    private final int callers;
    private final Consumer<String> say;
    private final List<Grown> grown = new ArrayList<>();

    /** A database with a Herald on it. */
    private record Grown(String name, Herald herald, Connection owner, Stock stock) {}

    GrowthBench(Series series, int callers, Consumer<String> say) {
        this.series = series;
        this.callers = callers;
        this.say = say;
    }

    /** Each number is one of redemptions to compare with an empty table; what was filled is kept for the next run. */
    void run(List<Integer> redemptions) throws SQLException {
        grown.add(empty("growth_empty", "no redemptions", CAMPAIGNS));
        for (var rows : redemptions) {
            grown.add(filled(rows));
        }
        grown.add(empty("growth_many", "10,000 campaigns, a million codes", MANY_CAMPAIGNS));
        series.report().heading("Growth, engine, " + callers + " callers");
        series.report().columns();
        measure("one code", Stock::hot);
        measure("all campaigns and codes", stock -> stock);
        for (var one : grown) {
            say.accept("Checking " + one.name());
            series.report().checked(Books.check(one.owner()));
        }
    }

    private void measure(String codes, UnaryOperator<Stock> choice) throws SQLException {
        var entrants = new ArrayList<Meter.Entrant>();
        for (var one : grown) {
            var stock = choice.apply(one.stock());
            var load = new Callers(callers, () -> RedemptionBench.redeem(one.herald(), Ask.of(stock)));
            entrants.add(new Meter.Entrant(one.name(), load, one.owner(), stock.brands(), ProcessHandle.current()));
        }
        var windows = series.meter().compare(codes, entrants);
        for (int i = 0; i < windows.size(); i++) {
            var ratio = windows.get(i).perSecond() / windows.getFirst().perSecond();
            series.report()
                    .row(
                            codes,
                            grown.get(i).name(),
                            windows.get(i),
                            String.format(Locale.ROOT, "%.2f of empty", ratio),
                            false);
        }
    }

    private Grown empty(String database, String name, int campaigns) throws SQLException {
        say.accept("Making " + name);
        var address = series.database().empty(database);
        var herald = new Herald(address, InstantSource.system());
        var owner = BenchDatabase.connect(address);
        var shape = new Stock.Shape(1, campaigns, CODES_EACH);
        return new Grown(name, herald, owner, Stock.make(herald, owner, shape, Stock.COUNTED));
    }

    private Grown filled(int rows) throws SQLException {
        var database = "growth_" + rows;
        var kept = series.database().kept(database);
        var address = kept.isPresent() ? kept.get() : fill(database, rows);
        var herald = new Herald(address, InstantSource.system());
        var owner = BenchDatabase.connect(address);
        var brand = herald.access().brand(herald.access().brands().getFirst()).orElseThrow();
        var stock = Stock.read(owner, List.of(new Stock.Owner(brand, "")));
        return new Grown(String.format(Locale.ROOT, "%,d redemptions", rows), herald, owner, stock);
    }

    private DatabaseAddress fill(String database, int rows) throws SQLException {
        var address = series.database().empty(database);
        var shape = new FillWorld.Shape(
                CAMPAIGNS, CAMPAIGNS * CODES_EACH, CAMPAIGNS * CODES_EACH, FillWorld.Shape.customers(rows));
        Fill.load(address, rows, shape, List.of(Stock.COUNTED), say);
        say.accept("Waiting for the rollups");
        try (var _ = new Herald(address, InstantSource.system());
                var owner = BenchDatabase.connect(address)) {
            Postgres.awaitRollups(owner);
            Postgres.vacuum(owner);
        }
        series.database().keep(database);
        return address;
    }

    @Override
    public void close() throws SQLException {
        for (var one : grown) {
            one.herald().close();
            one.owner().close();
        }
    }
}
