package dev.herald.app;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is said of a campaign that is planned, to be advised on or played through. */
final class PlanOptions {

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
            description = "Another value for an assumption, such as reach=3000 or link_share=0.5; may be repeated.")
    private Map<String, BigDecimal> assumptions = new LinkedHashMap<>();

    /** As the API takes it. */
    Map<String, Object> plan(String objective) {
        var plan = new LinkedHashMap<String, Object>();
        plan.put("objective", objective);
        plan.put("ambassadors", ambassadors);
        plan.put("audience_size", audience);
        plan.put("assumptions", assumptions);
        return plan;
    }
}
