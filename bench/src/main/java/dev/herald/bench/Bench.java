package dev.herald.bench;

import dev.herald.platform.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line of the benchmarks. */
public final class Bench {

    private static final String USAGE = """
            bench redemption [--windows 3] [--seconds 4] [--callers 256] [--connections 64] [--data FOLDER]
                Redemptions a second, hot code and spread, at the engine and through HTTP,
                against one transaction for each redemption in the same run.
            bench fill [ROWS] [--data FOLDER]
                Loads a brand with a million redemptions, or ROWS, into the embedded database of a
                folder (data), also while Herald runs on it, and prints a key to it.
            """;

    private static final long MILLION = 1_000_000;
    private static final String FOLDER = "bench/target/data";

    private final List<String> options;

    private Bench(List<String> options) {
        this.options = options;
    }

    public static void main(String[] args) throws IOException, SQLException {
        beQuiet();
        var bench = new Bench(Arrays.asList(args));
        switch (args.length == 0 ? "" : args[0]) {
            case "redemption" -> bench.redemption();
            case "fill" -> bench.fill();
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    /** What libraries tell of their start is not what a benchmark is read for. */
    static void beQuiet() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private void redemption() throws IOException, SQLException {
        var plan = new RedemptionBench.Plan(
                Path.of(option("--data").orElse(FOLDER)),
                number("--windows", 3),
                Duration.ofSeconds(number("--seconds", 4)),
                number("--callers", 256),
                number("--connections", 64));
        new RedemptionBench(plan, System.err::println, new Report(System.out)).run();
    }

    private void fill() throws SQLException {
        var folder = Path.of(option("--data").orElse("data"));
        var first = options.size() < 2 ? "" : options.get(1);
        var rows = first.matches("[1-9][0-9]{0,8}") ? Long.parseLong(first) : MILLION;
        Consumer<String> say = System.err::println;
        try (var server = runningOrStarted(folder, say)) {
            var filled = Fill.load(server.address(), rows, say);
            System.out.println("Brand: " + filled.brand().id());
            System.out.println("API key: " + filled.key());
        }
    }

    private static EmbeddedPostgres runningOrStarted(Path folder, Consumer<String> say) {
        return EmbeddedPostgres.attach(folder).orElseGet(() -> EmbeddedPostgres.start(folder, say));
    }

    private int number(String name, int absent) {
        return option(name).map(Integer::parseInt).orElse(absent);
    }

    private Optional<String> option(String name) {
        var at = options.indexOf(name);
        return at < 0 || at + 1 == options.size() ? Optional.empty() : Optional.of(options.get(at + 1));
    }
}
