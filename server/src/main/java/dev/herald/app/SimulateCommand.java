package dev.herald.app;

import dev.herald.planner.SimulationTable;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.StartRefused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code herald simulate}: plays a planned campaign through, many times; it needs no database. */
@Command(
        name = "simulate",
        description = "Plays a planned campaign through, many times under each strategy, and prints what came of it."
                + " The same seed gives the same figures.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--ambassadors", paramLabel = "N", required = true, description = "How many there are.")
    private long ambassadors;

    @Option(
            names = "--audience",
            paramLabel = "N",
            defaultValue = "200000",
            description = "People who could be reached in total (default: ${DEFAULT-VALUE}).")
    private long audience;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many times (default: ${DEFAULT-VALUE}).")
    private long runs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Where the dice begin (default: 1).")
    private long seed;

    @Option(
            names = "--assume",
            paramLabel = "NAME=NUMBER",
            description = "Another value for an assumption of the advice, such as reach=3000; may be repeated.")
    private Map<String, BigDecimal> assumptions = new LinkedHashMap<>();

    @Override
    public Integer call() {
        try {
            System.out.print(SimulationTable.of(Json.bytes(Map.of(
                    "objective", "awareness",
                    "ambassadors", ambassadors,
                    "audience_size", audience,
                    "runs", runs,
                    "seed", seed,
                    "assumptions", assumptions))));
            return 0;
        } catch (RequestRefused refused) {
            throw new StartRefused(refused.problem().detail());
        }
    }
}
