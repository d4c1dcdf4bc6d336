package dev.herald.console;

import dev.herald.web.Form;
import java.util.List;

/**
 * The form that generates codes.
 *
 * @param token makes sending the form twice the same as once
 * @param previews one if there is a pattern that can be shown
 */
public record NewCodesPage(
        Shell shell, String campaign, String name, Form form, String token, String problem, List<Preview> previews) {

    /**
     * What the codes will look like.
     *
     * @param level of the meter, 1 to 4
     */
    public record Preview(
            List<String> samples,
            int level,
            Badge verdict,
            String detail,
            String attack,
            String longer,
            String longerAddress) {

        public Preview {
            samples = List.copyOf(samples);
        }
    }

    public NewCodesPage {
        previews = List.copyOf(previews);
    }

    public String address() {
        return "/console/campaigns/" + campaign + "/codes";
    }
}
