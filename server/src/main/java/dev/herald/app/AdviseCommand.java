package dev.herald.app;

import dev.herald.planner.AdviceTable;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.StartRefused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code herald advise}: says how to give codes, and why; it needs no database. */
@Command(
        name = "advise",
        description = "Says which kind of code serves a campaign best, with figures, reasons and what would change it.",
        mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {

    @Option(
            names = "--objective",
            paramLabel = "GOAL",
            defaultValue = "new_customers",
            description = "awareness, new_customers, loyalty, find_top_ambassadors or know_audience"
                    + " (default: ${DEFAULT-VALUE}).")
    private String objective = "";

    @Option(names = "--ambassadors", paramLabel = "N", required = true, description = "How many there are.")
    private long ambassadors;

    @Option(
            names = "--audience",
            paramLabel = "N",
            defaultValue = "200000",
            description = "People who could be reached in total (default: ${DEFAULT-VALUE}).")
    private long audience;

    @Option(
            names = "--assume",
            paramLabel = "NAME=NUMBER",
            description = "Another value for an assumption, such as order=45 or link_share=0.5; may be repeated.")
    private Map<String, BigDecimal> assumptions = new LinkedHashMap<>();

    @Override
    public Integer call() {
        try {
            System.out.print(AdviceTable.of(Json.bytes(Map.of(
                    "objective", objective,
                    "ambassadors", ambassadors,
                    "audience_size", audience,
                    "assumptions", assumptions))));
            return 0;
        } catch (RequestRefused refused) {
            throw new StartRefused(refused.problem().detail());
        }
    }
}
