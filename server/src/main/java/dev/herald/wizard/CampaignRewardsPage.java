package dev.herald.wizard;

import dev.herald.console.Figure;
import dev.herald.console.Shell;
import dev.herald.web.Form;
import dev.herald.wizard.StepPage.Line;
import java.util.List;

/**
 * What a campaign promises its ambassadors, and what another plan would have paid.
 *
 * @param told what was just done; "" if nothing
 * @param refusal why something was not done; "" if nothing was tried
 * @param open whether its plan can still be changed
 * @param plan the one that counts now, in words; none if nothing is promised
 * @param contests the plan's, or none
 * @param form another plan
 * @param trials what that would have paid, or none while nobody asked
 */
public record CampaignRewardsPage(
        Shell shell,
        String address,
        String name,
        String told,
        String refusal,
        boolean open,
        List<Line> plan,
        String earned,
        List<ContestView> contests,
        Form form,
        List<Choice> types,
        String currency,
        List<Trial> trials) {

    /**
     * A plan that was tried.
     *
     * @param remarks on what was looked at, a sentence each
     * @param rows those who would have earned the most
     */
    public record Trial(List<Figure> figures, List<String> remarks, List<Row> rows) {

        public Trial {
            figures = List.copyOf(figures);
            remarks = List.copyOf(remarks);
            rows = List.copyOf(rows);
        }
    }

    /** What one ambassador would have earned, and has. */
    public record Row(String name, String address, String redemptions, String earns, String earned) {}

    public CampaignRewardsPage {
        plan = List.copyOf(plan);
        contests = List.copyOf(contests);
        types = List.copyOf(types);
        trials = List.copyOf(trials);
    }
}
