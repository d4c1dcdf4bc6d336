package dev.herald.wizard;

import dev.herald.console.Shell;
import dev.herald.web.Form;
import java.util.List;

/**
 * Changes a campaign.
 *
 * @param draft whether its offer and start can still change
 */
public record EditPage(
        Shell shell,
        String address,
        String name,
        Form form,
        boolean draft,
        List<Choice> types,
        List<Choice> rewards,
        String currency,
        String zone) {

    public EditPage {
        types = List.copyOf(types);
        rewards = List.copyOf(rewards);
    }
}
