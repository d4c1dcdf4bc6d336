package dev.herald.wizard;

import dev.herald.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of one step shows besides what all have. */
public sealed interface StepPage {

    WizardPage page();

    record Goal(WizardPage page, List<Choice> objectives) implements StepPage {}

    /**
     * @param usualOrder what an order is taken to be if nothing is typed
     * @param followers of all ambassadors together, in words; "" if nobody is there
     */
    record People(
            WizardPage page,
            List<Choice> members,
            List<Option> currencies,
            String currency,
            String usualOrder,
            String followers)
            implements StepPage {}

    /**
     * @param advice absent until the first steps say enough
     * @param tier percent of the ambassadors who get codes of their own if nothing is typed and codes are tiered
     */
    record Advice(WizardPage page, @Nullable AdviceView advice, List<Choice> strategies, String tier)
            implements StepPage {}

    /** @param example absent while the offer makes no sense */
    record Offer(
            WizardPage page,
            List<Choice> types,
            String currency,
            String zone,
            @Nullable ExampleView example) implements StepPage {}

    record Codes(WizardPage page, CodeView codes) implements StepPage {}

    record Reward(
            WizardPage page,
            List<Choice> types,
            String currency,
            @Nullable ExampleView example) implements StepPage {}

    record Captions(WizardPage page, List<CaptionView> platforms, String name) implements StepPage {}

    /**
     * @param happens what launching does, in sentences
     * @param missing what stands in the way
     */
    record Review(
            WizardPage page,
            List<Summary> summaries,
            List<String> happens,
            List<Missing> missing,
            @Nullable ExampleView example,
            String refusal)
            implements StepPage {}

    /** What was decided in one step. */
    record Summary(Step step, List<Line> lines) {}

    record Line(String name, String value) {}

    record Missing(Step step, String why) {}

    /** The template that shows it. */
    default String template() {
        return "wizard/" + page().step().word() + ".jte";
    }
}
