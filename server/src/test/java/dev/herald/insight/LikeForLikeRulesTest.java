package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.insight.Difference.Reckoned;
import dev.herald.insight.Difference.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikeForLikeRulesTest {

    @Test
    void only_campaigns_with_one_objective_and_one_kind_of_offer_are_compared() {
        var campaigns = new ArrayList<CampaignTotals>();
        for (var i = 0; i < 4; i++) {
            campaigns.add(campaign(Strategy.BLANKET, Objective.AWARENESS, "percent", 100 + i, 50));
            campaigns.add(campaign(Strategy.PERSONAL, Objective.AWARENESS, "percent", 400 + i, 50));
            campaigns.add(campaign(Strategy.PERSONAL, Objective.LOYALTY, "percent", 9_000, 50));
            campaigns.add(campaign(Strategy.UNIQUE, Objective.AWARENESS, "percent", 9_000, 50));
        }

        var alike = LikeForLikeRules.of(campaigns);

        assertThat(alike).hasSize(1);
        assertThat(alike.getFirst().blanket()).hasSize(4);
        assertThat(alike.getFirst().differences().getFirst()).isInstanceOfSatisfying(Reckoned.class, it -> {
            assertThat(it.measure()).isEqualTo(Measure.REDEMPTIONS_PER_CAMPAIGN);
            assertThat(it.told()).isEqualTo(Told.HIGHER);
            assertThat(it.estimate()).isEqualTo(4, within(0.05));
        });
    }

    @Test
    void campaigns_that_vary_much_among_themselves_tell_no_difference() {
        var campaigns = new ArrayList<CampaignTotals>();
        for (var redemptions : List.of(20, 300, 4_000)) {
            campaigns.add(campaign(Strategy.BLANKET, Objective.AWARENESS, "amount", redemptions, 50));
            campaigns.add(campaign(Strategy.PERSONAL, Objective.AWARENESS, "amount", redemptions * 2, 50));
        }

        assertThat(LikeForLikeRules.of(campaigns).getFirst().differences().getFirst())
                .isInstanceOfSatisfying(
                        Reckoned.class, it -> assertThat(it.told()).isEqualTo(Told.NO_DIFFERENCE_YET));
    }

    @Test
    void two_of_a_kind_are_too_few() {
        var campaigns = new ArrayList<CampaignTotals>();
        for (var i = 0; i < 2; i++) {
            campaigns.add(campaign(Strategy.BLANKET, Objective.AWARENESS, "percent", 100, 50));
            campaigns.add(campaign(Strategy.PERSONAL, Objective.AWARENESS, "percent", 400, 50));
        }
        assertThat(LikeForLikeRules.of(campaigns)).singleElement().matches(LikeForLike::isTooFew);
    }

    @Test
    void campaigns_that_sold_nothing_and_kinds_with_one_strategy_are_left_out() {
        assertThat(LikeForLikeRules.of(List.of(
                        campaign(Strategy.BLANKET, Objective.AWARENESS, "percent", 0, 0),
                        campaign(Strategy.PERSONAL, Objective.AWARENESS, "percent", 400, 50))))
                .isEmpty();
    }

    private static CampaignTotals campaign(
            Strategy strategy, Objective objective, String offer, long redemptions, long order) {
        return new CampaignTotals(
                new CampaignId(1),
                "Spring",
                strategy,
                objective,
                offer,
                new Totals(redemptions, 0, redemptions / 3, redemptions * order, 0));
    }
}
