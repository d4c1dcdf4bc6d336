package dev.herald.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Cycle after cycle on one site; at the end everything is checked once more. What all runs found adds up in a folder. */
public final class FaultRun {

    private static final int MOST_SHOWN = 8;
    private static final Duration LATE = Duration.ofSeconds(60);

    /** Looks at everything in a database; throws IllegalStateException that names the first fault. */
    public interface Books {
        void check(Connection owner) throws SQLException;
    }

    /**
     * What to do.
     *
     * @param folder of everything that is kept
     * @param seed of the first cycle; absent to go on after the last run
     * @param servers processes on the one database
     * @param embedded whether the first server brings the database along; there must be a second one then
     * @param clients at once
     * @param strikes at most in one cycle
     * @param smallDisk whether the database is put on a disk that is filled up
     * @param asyncCommits whether PostgreSQL is made to acknowledge before it syncs, which must be found
     */
    public record Plan(
            Path folder,
            int cycles,
            OptionalLong seed,
            int servers,
            boolean embedded,
            int clients,
            int strikes,
            boolean smallDisk,
            boolean asyncCommits) {}

    /**
     * What came of it.
     *
     * @param cycles that were run, {@code acknowledged} and {@code unknown} requests in them
     * @param broken promises, one line each
     */
    public record Outcome(int cycles, long acknowledged, long unknown, List<String> broken) {}

    private final Plan plan;
    private final Books books;
    private final Consumer<String> say;
    private final Totals totals;
    private final List<String> broken = new ArrayList<>();
    private final List<Cycle.Result> results = new ArrayList<>();

    private FaultRun(Plan plan, Books books, Consumer<String> say) {
        this.plan = plan;
        this.books = books;
        this.say = say;
        this.totals = Totals.in(plan.folder().resolve("totals.properties"));
    }

    /** Runs all cycles, whatever they find. */
    public static Outcome run(Plan plan, Books books, Consumer<String> say) throws IOException, SQLException {
        Files.createDirectories(plan.folder());
        var run = new FaultRun(plan, books, say);
        if (plan.smallDisk()) {
            run.runOnSmallDisk();
        } else {
            run.run(Optional.empty());
        }
        return new Outcome(
                run.results.size(),
                run.results.stream()
                        .mapToLong(one -> one.counts().acknowledged())
                        .sum(),
                run.results.stream().mapToLong(one -> one.counts().unknown()).sum(),
                List.copyOf(run.broken));
    }

    private void runOnSmallDisk() throws IOException, SQLException {
        var mounted = SmallDisk.mount(plan.folder().resolve("small-disk"), SmallDisk.MEGABYTES);
        if (mounted.isEmpty()) {
            say.accept("Skipped: a disk that can be filled up needs root, and the right to mount");
            return;
        }
        try (var disk = mounted.get()) {
            run(Optional.of(disk));
        }
    }

    private void run(Optional<SmallDisk> disk) throws IOException, SQLException {
        var folder =
                disk.map(SmallDisk::folder).orElse(plan.folder()).resolve(plan.asyncCommits() ? "planted" : "data");
        var layout = new Site.Layout(folder, plan.servers(), plan.embedded(), plan.asyncCommits(), disk);
        try (var site = Site.open(layout, say);
                var market = Market.open(site)) {
            var probed = market.api().probe("/v1/reservations");
            var reserve = probed != 404 && probed != 405;
            var setting = new Cycle.Setting(site, market, reserve, plan.clients(), plan.strikes(), faults());
            say.accept(plan.servers() + " servers, " + plan.clients() + " clients, " + (reserve ? "with" : "without")
                    + " reservations");
            for (int i = 0; i < plan.cycles(); i++) {
                cycle(
                        setting,
                        plan.seed().orElse(totals.nextSeed()) + (plan.seed().isPresent() ? i : 0));
            }
            checkEverything(setting);
        }
        say.accept(broken.isEmpty() ? "Every promise was kept" : broken.size() + " broken promises");
        totals.keep();
        say.accept(totals.toString());
    }

    private List<Fault> faults() {
        if (plan.asyncCommits()) {
            // An early acknowledgement shows when the database dies, and hardly ever else.
            return List.of(Fault.KILL_DATABASE, Fault.DATABASE_DIES_AFTER_COMMIT);
        }
        return plan.smallDisk()
                ? List.of(Fault.DISK_FULL, Fault.LOG_DISK_FULL, Fault.KILL_DATABASE, Fault.KILL_SERVER)
                : Arrays.stream(Fault.values())
                        .filter(fault -> !fault.fillsDisk())
                        .toList();
    }

    private void cycle(Cycle.Setting setting, long seed) throws IOException, SQLException {
        var begun = System.nanoTime();
        var result = Cycle.run(setting, seed, file(seed));
        results.add(result);
        totals.goOnAfter(seed);
        totals.add("cycles", 1);
        result.struck().forEach(totals::addStrike);
        totals.add("asked", result.counts().asked());
        totals.add("acknowledged", result.counts().acknowledged());
        totals.add("declined", result.counts().declined());
        totals.add("unknown", result.counts().unknown());
        totals.add("resolved", result.counts().resolved());
        say.accept(String.format(
                Locale.ROOT,
                "cycle %d (%.1f s): %s; %d asked, %d acknowledged, %d declined, %d unknown, %d resolved, %d broken",
                seed,
                (System.nanoTime() - begun) / 1e9,
                result.struck(),
                result.counts().asked(),
                result.counts().acknowledged(),
                result.counts().declined(),
                result.counts().unknown(),
                result.counts().resolved(),
                result.broken().size()));
        report(seed, result.broken());
        totals.keep();
    }

    private void report(long seed, List<String> faults) {
        if (faults.isEmpty()) {
            return;
        }
        totals.add("broken", faults.size());
        faults.stream().limit(MOST_SHOWN).forEach(fault -> {
            say.accept("  BROKEN: " + fault);
            broken.add("seed " + seed + ": " + fault);
        });
        try {
            Files.copy(
                    file(seed), plan.folder().resolve("broken-" + seed + ".tsv"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        say.accept("  Again: ./dev faults --cycles 1 --seed " + seed + "; its history is broken-" + seed + ".tsv in "
                + plan.folder());
    }

    /** What later cycles, or a clean-up of their own, may have done to what earlier ones found in order. */
    private void checkEverything(Cycle.Setting setting) throws SQLException, IOException {
        say.accept("Checking everything once more");
        setting.site().awaitQuiet(LATE);
        try (var owner = setting.site().connect()) {
            var inspection = new Inspection(owner, setting.market());
            var known = 0L;
            for (var result : results) {
                var found = inspection.of(result.campaigns());
                known += found.rows().size();
                if (result.broken().isEmpty()) {
                    report(result.seed(), HistoryRules.faults(History.read(file(result.seed())), found));
                }
                Files.delete(file(result.seed()));
            }
            if (known != inspection.redemptions()) {
                complain(inspection.redemptions() + " redemptions in the brand, of which cycles know " + known);
            }
            books.check(owner);
        } catch (IllegalStateException e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    private void complain(String fault) {
        totals.add("broken", 1);
        say.accept("  BROKEN: " + fault);
        broken.add(fault);
    }

    private Path file(long seed) {
        return plan.folder().resolve("history").resolve(seed + ".tsv");
    }
}
