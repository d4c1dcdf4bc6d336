package dev.herald.wizard;

import dev.herald.console.Shell;
import dev.herald.web.Form;
import java.util.List;

/**
 * What the page of every step has: the steps, the form, and where it goes.
 *
 * @param address of the plan; a step's is below it
 */
public record WizardPage(Shell shell, String address, Step step, List<StepLine> steps, Form form) {

    public WizardPage {
        steps = List.copyOf(steps);
    }

    /** The id of the plan. */
    public String plan() {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /**
     * One entry of the list of steps.
     *
     * @param said what was decided there, in a few words; "" as long as nothing was
     */
    public record StepLine(Step step, State state, String said) {}

    /** How far a step is. */
    public enum State {
        OPEN,
        DONE,
        FAULTY
    }

    public String action() {
        return address + "/" + step.word();
    }

    /** How much of the way is behind, in percent, for the bar on a phone. */
    public int percent() {
        return step.number() * 100 / Step.all().size();
    }
}
