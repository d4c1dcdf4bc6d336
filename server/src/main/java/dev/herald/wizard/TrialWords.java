package dev.herald.wizard;

import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.console.Figure;
import dev.herald.reward.Previews.Line;
import dev.herald.reward.Previews.Past;
import dev.herald.reward.Previews.Preview;
import dev.herald.reward.RewardPlan;
import dev.herald.web.Formats;
import dev.herald.wizard.CampaignRewardsPage.Row;
import dev.herald.wizard.CampaignRewardsPage.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what a plan would have paid beside what was earned. */
record TrialWords(Formats formats, Campaign campaign, Map<AmbassadorId, Ambassador> people) {

    static final int SHOWN = 20;

    Trial of(RewardPlan plan, Preview preview, Past past) {
        return new Trial(
                figures(preview, past),
                remarks(plan, preview),
                preview.lines().stream()
                        .limit(SHOWN)
                        .map(line -> row(line, past))
                        .toList());
    }

    private List<Figure> figures(Preview preview, Past past) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "This plan would have paid",
                money(preview.earned()),
                List.of(),
                "for " + redemptions(preview.redemptions())));
        figures.add(new Figure("Earned so far", money(past.earned()), List.of(), "under the plans that counted"));
        if (preview.complete()) {
            figures.add(difference(preview.earned() - past.earned()));
        }
        return figures;
    }

    private Figure difference(long more) {
        var explained = more == 0 ? "the same" : more > 0 ? "more than was earned" : "less than was earned";
        return new Figure("Difference", money(Math.abs(more)), List.of(), explained);
    }

    private List<String> remarks(RewardPlan plan, Preview preview) {
        var remarks = new ArrayList<String>();
        if (!preview.complete()) {
            remarks.add("Only the first " + formats.count(preview.redemptions())
                    + " redemptions were looked at; what was earned is of all of them.");
        }
        if (!plan.prizes().isEmpty()) {
            remarks.add("With the prizes, as if the campaign ended now.");
        }
        if (campaign.strategy().sharesCode()) {
            remarks.add("Only redemptions that are credited for certain count; estimated credit is left out.");
        }
        if (preview.lines().size() > SHOWN) {
            remarks.add("The " + SHOWN + " of " + formats.count(preview.lines().size())
                    + " ambassadors who would have earned the most are shown.");
        }
        return remarks;
    }

    private Row row(Line line, Past past) {
        var person = people.get(line.ambassador());
        return new Row(
                person == null ? line.ambassador().toString() : person.name(),
                "/console/ambassadors/" + line.ambassador(),
                formats.count(line.redemptions()),
                money(line.earned()),
                money(past.earnedBy(line.ambassador())));
    }

    private String redemptions(long count) {
        return formats.count(count) + (count == 1 ? " redemption" : " redemptions");
    }

    private String money(long minor) {
        return formats.money(minor, campaign.currency());
    }
}
