package dev.herald.wizard;

import dev.herald.money.BasisPoints;
import dev.herald.reward.RewardPlan;
import dev.herald.reward.RewardPlan.Basis;
import dev.herald.reward.RewardPlan.TierMode;
import dev.herald.web.Formats;
import dev.herald.wizard.StepPage.Line;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/** Says a reward plan in words. */
record RewardLines(Formats formats, Currency currency) {

    List<Line> of(RewardPlan plan) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Promise", plan.rate() == 0 ? "Nothing for an order by itself" : promise(plan)));
        if (plan.firstOrderBonus() > 0) {
            lines.add(new Line("A customer’s first order", money(plan.firstOrderBonus()) + " more"));
        }
        if (!plan.tiers().isEmpty()) {
            var tiers = plan.tiers().stream()
                    .map(tier -> rate(plan, tier.rate()) + " from " + formats.count(tier.from()) + " redemptions on")
                    .collect(Collectors.joining("; "));
            lines.add(new Line("Tiers", tiers + (plan.tierMode() == TierMode.WHOLE ? ", also for all before" : "")));
        }
        if (!plan.milestones().isEmpty()) {
            lines.add(new Line(
                    "Milestones",
                    plan.milestones().stream()
                            .map(one -> money(one.bonus()) + " at " + formats.count(one.at()) + " redemptions")
                            .collect(Collectors.joining("; "))));
        }
        if (!plan.prizes().isEmpty()) {
            lines.add(new Line(
                    "Contest at the end",
                    plan.prizes().stream().map(this::money).collect(Collectors.joining(", then "))));
        }
        if (plan.capPerAmbassador() != RewardPlan.NO_CAP) {
            lines.add(new Line("One ambassador", "At most " + money(plan.capPerAmbassador())));
        }
        if (plan.capPerCampaign() != RewardPlan.NO_CAP) {
            lines.add(new Line("All together", "At most " + money(plan.capPerCampaign())));
        }
        lines.add(new Line("Held for returns", plan.holdDays() == 0 ? "Not at all" : days(plan.holdDays())));
        return lines;
    }

    private String promise(RewardPlan plan) {
        return rate(plan, plan.rate()) + (plan.basis() == Basis.PERCENT ? " of each order" : " for each order");
    }

    private String days(int days) {
        return formats.count(days) + (days == 1 ? " day" : " days");
    }

    private String rate(RewardPlan plan, long rate) {
        return plan.basis() == Basis.PERCENT ? formats.share(new BasisPoints((int) rate)) : money(rate);
    }

    private String money(long minor) {
        return formats.money(minor, currency);
    }
}
