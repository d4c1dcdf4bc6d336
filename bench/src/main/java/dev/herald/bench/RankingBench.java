package dev.herald.bench;

import dev.herald.access.BrandId;
import dev.herald.app.Herald;
import dev.herald.campaign.CampaignId;
import dev.herald.insight.Board;
import dev.herald.insight.RankingChoice;
import dev.herald.platform.DatabaseAddress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How long it takes to rank everybody in one large campaign, from the rollups to the last likely place. */
final class RankingBench {

    private static final int AMBASSADORS = 5_000;

    private final Series series;
    private final int rows;
    private final int times;
    private final Consumer<String> say;

    RankingBench(Series series, int rows, int times, Consumer<String> say) {
        this.series = series;
        this.rows = rows;
        this.times = times;
        this.say = say;
    }

    /** What was filled is kept for the next run. */
    void run() throws IOException, SQLException {
        var address = past();
        try (var herald = new Herald(address, InstantSource.system());
                var owner = BenchDatabase.connect(address)) {
            Postgres.awaitRollups(owner);
            var brand = herald.access().brands().getFirst();
            var campaign = new CampaignId(Books.number(owner, "select min(campaign_id) from rollup_campaign"));
            for (var board : Board.values()) {
                measure(herald, brand, campaign, new RankingChoice(board, 0));
            }
        }
    }

    /** One campaign's past. */
    DatabaseAddress past() throws SQLException {
        var database = "ranking_" + rows;
        var kept = series.database().kept(database);
        return kept.isPresent() ? kept.get() : fill(database);
    }

    private void measure(Herald herald, BrandId brand, CampaignId campaign, RankingChoice choice) {
        var insights = herald.insights();
        var micros = new long[times];
        var ranked = 0;
        for (var i = -times / 2; i < times; i++) {
            var begun = System.nanoTime();
            ranked = insights.ranking(brand, campaign, choice).size();
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begun) / 1_000;
            }
        }
        Arrays.sort(micros);
        series.report()
                .heading(String.format(
                        Locale.ROOT,
                        "Ranking of %,d ambassadors by %s on %,d redemptions, %d times",
                        ranked,
                        choice.board().word(),
                        rows,
                        times));
        series.report()
                .line("p50 %.1f ms, p99 %.1f ms", micros[times / 2] / 1_000.0, micros[times * 99 / 100] / 1_000.0);
    }

    private DatabaseAddress fill(String database) throws SQLException {
        var address = series.database().empty(database);
        var shape = new FillWorld.Shape(1, AMBASSADORS, AMBASSADORS, FillWorld.Shape.customers(rows));
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
}
