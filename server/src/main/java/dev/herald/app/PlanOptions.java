package dev.herald.app;

import dev.herald.platform.RequestRefused;
import dev.herald.platform.StartRefused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of a campaign that is planned, to be advised on or played through. */
final class PlanOptions {

    @Option(names = "--ambassadors", paramLabel = "N", required = true, description = "How many there are.")
    private long ambassadors;

    @Option(
            names = "--audience",
            paramLabel = "N",
            description = "People who could be reached in total (default: 200000).")
    private @Nullable Long audience;

    @Option(
            names = "--assume",
            paramLabel = "NAME=NUMBER",
            description = "Another value for an assumption, such as reach=3000 or link_share=50%%; may be repeated.")
    private Map<String, String> assumptions = new LinkedHashMap<>();

    /** As the API takes it. */
    Map<String, Object> plan(String objective) {
        var plan = new LinkedHashMap<String, Object>();
        plan.put("objective", objective);
        plan.put("ambassadors", ambassadors);
        if (audience != null) {
            plan.put("audience_size", audience);
        }
        var values = new LinkedHashMap<String, Object>();
        assumptions.forEach((name, value) -> values.put(name, number(name, value)));
        plan.put("assumptions", values);
        return plan;
    }

    /** 18% is 0.18, as people write a share. */
    private static BigDecimal number(String name, String value) {
        try {
            return value.endsWith("%")
                    ? new BigDecimal(value.substring(0, value.length() - 1).strip()).movePointLeft(2)
                    : new BigDecimal(value.strip());
        } catch (NumberFormatException unreadable) {
            throw new StartRefused("--assume " + name + "=" + value + ": " + name
                    + " takes a number, such as 0.18 or 18% for a share.");
        }
    }

    /** What the plan was refused for, with each fault at the option that it is about. */
    static StartRefused refusal(RequestRefused refused) {
        var errors = refused.problem().errors();
        return new StartRefused(
                errors.isEmpty()
                        ? refused.problem().detail()
                        : errors.stream()
                                .map(one -> option(one.pointer()) + " " + one.detail())
                                .collect(Collectors.joining(System.lineSeparator())));
    }

    private static String option(String pointer) {
        return pointer.replaceFirst("^/assumptions/", "--assume ")
                .replaceFirst("^/audience_size$", "--audience")
                .replaceFirst("^/", "--");
    }
}
