package dev.herald.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** The command line of fault runs. */
public final class FaultsCommand {

    /** What it understands. */
    public static final String USAGE = """
            bench faults [--cycles 20] [--seed S] [--servers 2] [--embedded] [--clients 48] [--strikes 3]
                    [--folder FOLDER] [--disk-full] [--planted]
                Kills, halts, cuts and slows Herald, its database and the network between them while buyers
                redeem, repeat and reverse, and checks after each cycle that every promise was kept. Totals
                add up over runs. --seed repeats the choices of a cycle that failed. --embedded has the first
                server bring the database along. --disk-full runs on a small disk that is filled up (root
                only). --planted makes PostgreSQL acknowledge before it syncs: then the run must find
                something broken.
            """;

    private FaultsCommand() {}

    /** True if all promises were kept, or if the planted defect was found. */
    public static boolean run(List<String> options, FaultRun.Books books) throws IOException, SQLException {
        var seed = option(options, "--seed", "");
        var planted = options.contains("--planted");
        var plan = new FaultRun.Plan(
                Path.of(option(options, "--folder", "bench/target/faults" + (planted ? "-planted" : ""))),
                Integer.parseInt(option(options, "--cycles", "20")),
                seed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seed)),
                Integer.parseInt(option(options, "--servers", "2")),
                options.contains("--embedded"),
                Integer.parseInt(option(options, "--clients", "48")),
                Integer.parseInt(option(options, "--strikes", "3")),
                options.contains("--disk-full"),
                planted);
        var broken = FaultRun.run(plan, books, System.out::println).broken();
        if (planted) {
            System.out.println(broken.isEmpty() ? "The planted defect was NOT found" : "The planted defect was found");
        }
        return broken.isEmpty() != planted;
    }

    private static String option(List<String> options, String name, String absent) {
        var at = options.indexOf(name);
        return at < 0 || at + 1 == options.size() ? absent : options.get(at + 1);
    }
}
