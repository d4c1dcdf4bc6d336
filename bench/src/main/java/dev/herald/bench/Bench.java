package dev.herald.bench;

import dev.herald.bench.faults.FaultsCommand;
import dev.herald.platform.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line of the benchmarks. */
public final class Bench {

    private static final String USAGE = """
            bench redemption [--only hot,campaign,spread,brands,million,lone] [--engine-only | --http-only]
                             [--herald-only] [--callers 256] [--connections 64]
                Redemptions a second at the engine and through HTTP, against one transaction for
                each redemption in the same run; lone is one caller alone, for his latency.
            bench log [--callers 256]
                How near Herald comes to a mere log of records as large as a redemption's.
            bench growth [--rows 10000000] [--callers 256]
                The rate on an empty table, on a million and on ROWS redemptions, and with 10,000
                campaigns and a million codes. What was filled stays in the folder for the next run.
            bench sellout [--attempts 1000000] [--connections 64]
                One code for a thousand, sold by two servers on one database: exactly a thousand
                redeemed, and redeemed orders keep their answer after the sell-out.
            bench overload [--capacity 1000] [--times 10] [--overload-seconds 60]
                           [--connections 12000] [--closed-connections 2000]
                Ten times what a disk slowed down to the capacity allows, for a minute.
            bench slips [--slips 10000000]
                Mistyped personal codes of 300, 1,000 and 5,000 people: how many are put right, and how
                many credited to another; beside it what a shop gets that only sees that all differ.
            bench million [--codes 1000000] [--kills 3] [--slips 200000] [--seed S]
                A million codes asked for over HTTP, once undisturbed and once with the server killed
                again and again; then how long it takes to tell which of them a mistyped one was meant
                to be.
            bench pages [--rows 10000000] [--times 200]
                How long each page takes on ROWS redemptions of 5,000 ambassadors in 1,000 campaigns,
                and how many bytes it is on the wire. What was filled stays in the folder.
            bench ranking [--rows 10000000] [--times 200]
                How long it takes to rank 5,000 ambassadors of one campaign with ROWS redemptions. What
                was filled stays in the folder.
            bench rewards [--rows 10000000] [--callers 256] [--for 30]
                How far rewards are behind while callers redeem for some seconds; then how fast those of
                the same past are posted, and whether the ledger adds up.
            bench live [--pages 1000] [--rounds 20]
                How soon as many open ambassadors' pages are told of a redemption, and how much memory
                the server takes for them.
            bench insight [--draws 100] [--shuffles 1000]
                Real redemptions of households: how well few of them predict a campaign's rate, and
                who responds, beside the same with shuffled households.
            bench attribution [--campaigns 100]
                Invented campaigns with one code for all, of which is known who brought what: how much
                credit goes to the wrong ambassador, and how often the intervals hold the truth.
            bench micro
                What reading a code, hashing and JSON cost, in nanoseconds, by JMH.
            bench fill [ROWS] [--data FOLDER]
                Loads a brand with a million redemptions, or ROWS, into the embedded database of a
                folder (data), also while Herald runs on it, and prints a key to it.

            All that measure take
                [--windows 3] [--seconds 4]  how many windows of which length; the median counts
                [--sync-millis N]            makes each sync of the write-ahead log take so long
                [--data FOLDER]              where the database is made (bench/target/data)
            """;

    private static final long MILLION = 1_000_000;
    private static final String FOLDER = "bench/target/data";
    private static final Consumer<String> SAY = System.err::println;

    private final Options options;

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] args) throws IOException, SQLException {
        beQuiet();
        var words = Arrays.asList(args);
        try {
            if (isSlowed(words) && !SlowSync.isLoaded()) {
                var options = Options.of(words.subList(1, words.size()));
                System.exit(SlowSync.restarted(Path.of(options.text("--data", FOLDER)), words));
            }
            switch (words.isEmpty() ? "" : words.getFirst()) {
                case "redemption" -> bench(words).redemption();
                case "log" -> bench(words).log();
                case "growth" -> bench(words).growth();
                case "sellout" -> bench(words).sellout();
                case "overload" -> bench(words).overload();
                case "slips" -> System.exit(bench(words).slips() ? 0 : 1);
                case "million" -> System.exit(bench(words).million() ? 0 : 1);
                case "pages" -> bench(words).pages();
                case "ranking" -> bench(words).ranking();
                case "rewards" -> bench(words).rewards();
                case "live" -> bench(words).live();
                case "insight" -> System.exit(bench(words).insight() ? 0 : 1);
                case "attribution" -> bench(words).attribution();
                case "micro" -> MicroBench.run(new Report(System.out));
                case "fill" -> fill(words.subList(1, words.size()));
                case "faults" -> System.exit(FaultsCommand.run(words, Books::check) ? 0 : 1);
                default ->
                    throw new IllegalArgumentException(
                            words.isEmpty() ? "Which benchmark?" : "There is no benchmark " + words.getFirst());
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE + FaultsCommand.USAGE);
            System.exit(2);
        }
    }

    private static boolean isSlowed(List<String> words) {
        return words.contains("--sync-millis") || words.contains("overload");
    }

    private static Bench bench(List<String> words) {
        return new Bench(Options.of(words.subList(1, words.size())));
    }

    /** What libraries tell of their start is not what a benchmark is read for. */
    static void beQuiet() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private void redemption() throws IOException, SQLException {
        var only = options.list("--only");
        var plan = new RedemptionBench.Plan(
                scenarios(only),
                only.isEmpty() || only.contains("lone"),
                options.number("--callers", 256),
                options.number("--connections", 64),
                !options.flag("--http-only"),
                !options.flag("--engine-only"),
                !options.flag("--herald-only"));
        measured(series -> new RedemptionBench(plan, series, SAY).run());
    }

    private void log() throws IOException, SQLException {
        var callers = options.number("--callers", 256);
        var folder = Path.of(options.text("--data", FOLDER));
        measured(series -> LogBench.run(series, folder, callers));
    }

    private void growth() throws IOException, SQLException {
        var callers = options.number("--callers", 256);
        var rows = options.number("--rows", 10_000_000);
        measured(series -> {
            try (var growth = new GrowthBench(series, callers, SAY)) {
                growth.run(rows > MILLION ? List.of((int) MILLION, rows) : List.of(rows));
            }
        });
    }

    private void sellout() throws IOException, SQLException {
        var attempts = options.number("--attempts", 1_000_000);
        var connections = options.number("--connections", 64);
        measured(series -> SelloutBench.run(series, attempts, connections, SAY));
    }

    private void overload() throws IOException, SQLException {
        var plan = new OverloadBench.Plan(
                options.number("--capacity", 1_000),
                options.fraction("--times", 10),
                options.number("--overload-seconds", 60),
                options.number("--connections", 12_000),
                options.number("--closed-connections", 2_000));
        measured(series -> new OverloadBench(plan, series, SlowSync.loaded(), SAY).run());
    }

    private boolean million() throws IOException, SQLException {
        var seed = options.number("--seed", 0);
        var plan = new MillionBench.Plan(
                options.number("--codes", (int) MILLION),
                options.number("--kills", 3),
                options.number("--slips", 200_000),
                seed == 0 ? System.nanoTime() % 1_000_000_000 : seed);
        var folder = Path.of(options.text("--data", FOLDER));
        var kept = new AtomicBoolean();
        measured(series -> kept.set(new MillionBench(plan, series, folder, SAY).run()));
        return kept.get();
    }

    private void pages() throws IOException, SQLException {
        var rows = options.number("--rows", 10_000_000);
        var times = options.number("--times", 200);
        measured(series -> new PagesBench(series, rows, times, SAY).run());
    }

    private void rewards() throws IOException, SQLException {
        var rows = options.number("--rows", 10_000_000);
        var callers = options.number("--callers", 256);
        var time = Duration.ofSeconds(options.number("--for", 30));
        measured(series -> {
            var bench = new RewardBench(series, rows, SAY);
            bench.beside(callers, time);
            bench.run();
        });
    }

    private void ranking() throws IOException, SQLException {
        var rows = options.number("--rows", 10_000_000);
        var times = options.number("--times", 200);
        measured(series -> new RankingBench(series, rows, times, SAY).run());
    }

    private void live() throws IOException, SQLException {
        var pages = options.number("--pages", 1_000);
        var rounds = options.number("--rounds", 20);
        var folder = Path.of(options.text("--data", FOLDER));
        measured(series -> new LiveBench(pages, rounds, series, folder, SAY).run());
    }

    private boolean insight() {
        var draws = options.number("--draws", 100);
        var shuffles = options.number("--shuffles", 1_000);
        options.refuseOthers();
        var report = new Report(System.out);
        report.line("%s", Machine.withoutDatabase());
        return new InsightBench(Households.load(), report).run(draws, shuffles);
    }

    private void attribution() {
        var campaigns = options.number("--campaigns", 100);
        options.refuseOthers();
        var report = new Report(System.out);
        report.line("%s, load %s", Machine.withoutDatabase(), Machine.load());
        var ticks = ProcessorTime.Ticks.now();
        new AttributionBench(report, SAY).run(campaigns);
        ended(report, ticks);
    }

    private boolean slips() {
        var slips = options.number("--slips", 10_000_000);
        options.refuseOthers();
        var report = new Report(System.out);
        report.line("%s, load %s", Machine.withoutDatabase(), Machine.load());
        var ticks = ProcessorTime.Ticks.now();
        var kept = new SlipBench(report, SAY).run(slips);
        ended(report, ticks);
        return kept;
    }

    private static void ended(Report report, ProcessorTime.Ticks begun) {
        report.line(
                "Steal over all: %.1f %%; load at the end: %s",
                100 * ProcessorTime.Ticks.now().stealSince(begun), Machine.load());
    }

    private static Set<Scenario> scenarios(List<String> only) {
        if (only.isEmpty()) {
            return EnumSet.allOf(Scenario.class);
        }
        var scenarios = EnumSet.noneOf(Scenario.class);
        only.stream()
                .filter(name -> !name.equals("lone"))
                .map(name -> Scenario.called(name)
                        .orElseThrow(() -> new IllegalArgumentException("There is no scenario " + name)))
                .forEach(scenarios::add);
        return scenarios;
    }

    /** Something that is measured on a database of its own. */
    private interface Measured {
        void run(Series series) throws IOException, SQLException;
    }

    /** Says on which machine, and how busy it was before and after. */
    private void measured(Measured bench) throws IOException, SQLException {
        var folder = Path.of(options.text("--data", FOLDER));
        var windows = options.number("--windows", 3);
        var length = Duration.ofMillis(Math.round(1_000 * options.fraction("--seconds", 4)));
        var syncMillis = options.fraction("--sync-millis", 0);
        options.refuseOthers();
        var report = new Report(System.out);
        try (var database = BenchDatabase.start(folder, SAY);
                var owner = database.connect()) {
            report.line("%s", Machine.describe(folder, owner.getMetaData().getDatabaseProductVersion()));
            if (syncMillis > 0) {
                SlowSync.loaded().take(syncMillis);
                SlowSync.check(owner, syncMillis);
                report.line("Each sync of the write-ahead log is slowed to %.2f ms.", syncMillis);
            }
            var ticks = ProcessorTime.Ticks.now();
            bench.run(new Series(database, owner, new Meter(owner, windows, length, SAY), report));
            ended(report, ticks);
        }
    }

    private static void fill(List<String> words) throws SQLException {
        var hasRows = !words.isEmpty() && words.getFirst().matches("[1-9][0-9]{0,8}");
        var rows = hasRows ? Long.parseLong(words.getFirst()) : MILLION;
        var options = Options.of(words.subList(hasRows ? 1 : 0, words.size()));
        var folder = Path.of(options.text("--data", "data"));
        options.refuseOthers();
        try (var server = runningOrStarted(folder)) {
            var filled = Fill.load(server.address(), rows, SAY);
            System.out.println("Brand: " + filled.brand().id());
            System.out.println("API key: " + filled.key());
        }
    }

    private static EmbeddedPostgres runningOrStarted(Path folder) {
        return EmbeddedPostgres.attach(folder).orElseGet(() -> EmbeddedPostgres.start(folder, SAY));
    }
}
