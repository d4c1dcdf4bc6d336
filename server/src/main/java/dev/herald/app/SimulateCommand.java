package dev.herald.app;

import dev.herald.planner.SimulationTable;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.StartRefused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald simulate}: plays a planned campaign through, many times; it needs no database. */
@Command(
        name = "simulate",
        description = "Plays a planned campaign through, many times under each strategy, and prints what came of it."
                + " The same seed gives the same figures.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    @Mixin
    private PlanOptions planned = new PlanOptions();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many times (default: ${DEFAULT-VALUE}).")
    private long runs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Where the dice begin (default: 1).")
    private long seed;

    @Option(
            names = "--vary",
            paramLabel = "WHAT=N,N,…",
            split = ";",
            description = "The same for several values of ambassadors, discount (percent), reward (percent) or budget.")
    private Map<String, String> vary = new LinkedHashMap<>();

    @Override
    public Integer call() {
        try {
            System.out.print(SimulationTable.of(Json.bytes(plan())));
            return 0;
        } catch (RequestRefused refused) {
            throw PlanOptions.refusal(refused);
        }
    }

    private Map<String, Object> plan() {
        var plan = planned.plan("awareness");
        plan.put("runs", runs);
        plan.put("seed", seed);
        if (!vary.isEmpty()) {
            var values = new LinkedHashMap<String, Object>();
            vary.forEach((what, list) -> values.put(what, numbers(list)));
            plan.put("vary", values);
        }
        return plan;
    }

    private static List<BigDecimal> numbers(String list) {
        try {
            return Arrays.stream(list.split(",", -1))
                    .map(text -> new BigDecimal(text.strip()))
                    .toList();
        } catch (NumberFormatException unreadable) {
            throw new StartRefused("--vary takes numbers, such as ambassadors=100,300,1000.");
        }
    }
}
