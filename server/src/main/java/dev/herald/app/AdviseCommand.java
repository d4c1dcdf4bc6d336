package dev.herald.app;

import dev.herald.planner.AdviceTable;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private PlanOptions planned = new PlanOptions();

    @Override
    public Integer call() {
        try {
            System.out.print(AdviceTable.of(Json.bytes(planned.plan(objective))));
            return 0;
        } catch (RequestRefused refused) {
            throw PlanOptions.refusal(refused);
        }
    }
}
