package dev.herald.console;

import dev.herald.web.Form;
import java.util.List;
import java.util.Set;

/**
 * The box that answers why a code did not work, and the ways to all codes.
 *
 * @param answers one if something was asked and a code found
 * @param open the ids of the campaigns for which codes can be made
 * @param unknown what was typed where no code is called so; else ""
 */
public record CodesPage(
        Shell shell,
        Form form,
        List<Checked> answers,
        String unknown,
        List<Suggestion> suggestions,
        List<JobLine> jobs,
        List<CampaignLine> campaigns,
        Set<String> open) {

    /** A code with every rule. */
    public record Checked(
            String id,
            String code,
            String spoken,
            boolean works,
            String headline,
            List<CheckLine> rules,
            String campaign,
            String campaignAddress,
            Badge campaignState,
            String owner,
            String ownerAddress) {

        public Checked {
            rules = List.copyOf(rules);
        }

        public String address() {
            return "/console/codes/" + id;
        }
    }

    /** What was probably meant. */
    public record Suggestion(String code, String address) {}

    public CodesPage {
        answers = List.copyOf(answers);
        suggestions = List.copyOf(suggestions);
        jobs = List.copyOf(jobs);
        campaigns = List.copyOf(campaigns);
        open = Set.copyOf(open);
    }
}
