package dev.herald.bench;

import java.util.List;
import java.util.function.Consumer;

/** What becomes of mistyped personal codes: Herald's, and those of a shop that only takes care that all differ. */
final class SlipBench {

    private static final List<Integer> PEOPLE = List.of(300, 1_000, 5_000);
    private static final int PEOPLE_OF_TWO_SLIPS = 1_000;
    private static final long SEED = 20;

    private final Report report;
    private final Consumer<String> say;

    SlipBench(Report report, Consumer<String> say) {
        this.report = report;
        this.say = say;
    }

    /** True if no slip was credited to the wrong person and each single one of Herald's was put right. */
    boolean run(long slips) {
        report.heading(String.format("%,d single slips each", slips));
        report.line("| people | codes | plain NAME20 | a slip or less apart | slips credited to another | put right"
                + " | another suggested | met with silence |");
        report.line("|---:|---|---:|---:|---:|---:|---:|---:|");
        var kept = true;
        for (var people : PEOPLE) {
            var herald = single("Herald", SlipTrial.herald(people, SEED), slips);
            kept &= herald.credited() == 0 && herald.right() == slips;
            single("naive", SlipTrial.naive(people, SEED), slips);
        }
        var notCredited = twice(slips);
        return kept && notCredited;
    }

    private SlipTrial.Tally single(String who, SlipTrial trial, long slips) {
        var people = trial.codes().size();
        say.accept("Slips of " + people + " people, " + who);
        var pairs = CodePairs.in(trial.codes());
        var tally = trial.single(slips, SEED + people);
        report.line(
                "| %,d | %s | %.1f %% | %,d of them | %,d (%s) | %s | %,d | %s |",
                people,
                who,
                100.0 * trial.plain() / people,
                pairs.close(),
                tally.credited(),
                tally.percent(tally.credited()),
                tally.percent(tally.right()),
                tally.suggested(),
                tally.percent(tally.silent()));
        return tally;
    }

    private boolean twice(long slips) {
        say.accept("Two slips at once");
        var tally = SlipTrial.herald(PEOPLE_OF_TWO_SLIPS, SEED).twice(slips, SEED);
        report.heading(String.format(
                "%,d times two slips in one code of %,d, which are only ever suggested", slips, PEOPLE_OF_TWO_SLIPS));
        report.line("| right one suggested | another suggested | of these one edit away | exactly another's code"
                + " | met with silence |");
        report.line("|---:|---:|---:|---:|---:|");
        report.line(
                "| %s | %s | %s | %,d | %s |",
                tally.percent(tally.right()),
                tally.percent(tally.nearly() + tally.suggested()),
                tally.percent(tally.nearly()),
                tally.exactly(),
                tally.percent(tally.silent()));
        report.line("");
        report.line("One edit away counts as credited to another only where the brand corrects slips without asking.");
        return tally.exactly() == 0;
    }
}
