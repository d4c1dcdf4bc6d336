package dev.herald.wizard;

import dev.herald.console.JobLine;
import dev.herald.console.Shell;
import dev.herald.web.Form;
import dev.herald.web.Option;
import java.util.List;

/**
 * Where simulations are asked for, and those that were.
 *
 * @param hidden fields that a plan brought along
 */
public record SimulationsPage(
        Shell shell,
        Form form,
        List<Option> objectives,
        List<Option> varied,
        List<String> hidden,
        List<JobLine> earlier) {

    public SimulationsPage {
        objectives = List.copyOf(objectives);
        varied = List.copyOf(varied);
        hidden = List.copyOf(hidden);
        earlier = List.copyOf(earlier);
    }
}
