package dev.herald.bench;

import dev.herald.attribution.Trials;
import dev.herald.attribution.Trials.Figure;
import dev.herald.attribution.Trials.Way;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How far estimated credit is off where the truth is known, beside simpler ways to credit. */
final class AttributionBench {

    private static final List<Integer> AMBASSADORS = List.of(20, 100, 300);
    private static final int LARGE_AMBASSADORS = 300;
    private static final int LARGE_EACH = 34;
    private static final long SEED = 1_000;

    private final Report report;
    private final Consumer<String> say;

    AttributionBench(Report report, Consumer<String> say) {
        this.report = report;
        this.say = say;
    }

    void run(int campaigns) {
        for (var ambassadors : AMBASSADORS) {
            say.accept(campaigns + " campaigns of " + ambassadors + " ambassadors");
            table(ambassadors, campaigns);
        }
        speed();
    }

    private void table(int ambassadors, int campaigns) {
        report.heading(String.format("%d ambassadors, %d campaigns", ambassadors, campaigns));
        report.line("| credit by | to the wrong one | recall of the top tenth | true number in the interval |"
                + " the same by credit | tau found | by themselves |");
        report.line("|---|---:|---:|---:|---:|---:|---:|");
        for (Map.Entry<Way, Trials.Row> entry :
                Trials.of(ambassadors, campaigns, SEED).entrySet()) {
            var row = entry.getValue();
            var isEstimate = row.tau().mean() > 0;
            report.line(
                    "| %s | %s | %s | %s | %s | %s | %s |",
                    entry.getKey().words(),
                    share(row.wrong()),
                    share(row.recall()),
                    isEstimate ? share(row.covered()) : "",
                    isEstimate ? share(row.coveredCredit()) : "",
                    isEstimate ? String.format("%.1f h", row.tau().mean()) : "",
                    isEstimate ? share(row.alone()) : "");
        }
    }

    private void speed() {
        var large = Trials.time(LARGE_AMBASSADORS, LARGE_EACH, SEED);
        report.heading("Speed");
        report.line("%d ambassadors, %,d orders: %.2f s", LARGE_AMBASSADORS, large.orders(), large.nanos() / 1e9);
    }

    private static String share(Figure figure) {
        return String.format("%.3f ± %.3f", figure.mean(), figure.error());
    }
}
