package dev.herald.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.reward.EstimatedRewardRules.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatedRewardRulesTest {

    @Test
    void parts_of_a_redemption_earn_their_part_of_the_amount() {
        var plan = plan(RewardPlan.Basis.FLAT, 150, RewardPlan.NO_CAP, RewardPlan.NO_CAP);
        assertThat(amounts(plan, List.of(part(2.5, 0), part(0, 0), part(.003, 0), part(.004, 0))))
                .containsExactly(375L, 0L, 0L, 1L);
    }

    @Test
    void a_share_is_of_the_mean_net_order() {
        var plan = plan(RewardPlan.Basis.PERCENT, 1_000, RewardPlan.NO_CAP, RewardPlan.NO_CAP);
        assertThat(amounts(plan, List.of(part(2.5, 0)))).containsExactly(500L);
    }

    @Test
    void tiers_milestones_and_bonuses_are_for_what_is_known_for_certain() {
        var plan = new RewardPlan(
                RewardPlan.Basis.FLAT,
                100,
                500,
                RewardPlan.TierMode.WHOLE,
                List.of(new RewardPlan.Tier(2, 900)),
                List.of(new RewardPlan.Milestone(1, 10_000)),
                List.of(),
                RewardPlan.NO_CAP,
                RewardPlan.NO_CAP,
                14);
        assertThat(amounts(plan, List.of(part(3, 0)))).containsExactly(300L);
    }

    @Test
    void what_orders_earned_counts_for_the_cap_of_each() {
        var plan = plan(RewardPlan.Basis.FLAT, 100, 1_000, RewardPlan.NO_CAP);
        assertThat(amounts(plan, List.of(part(5, 800), part(5, 1_000), part(20, 0))))
                .containsExactly(200L, 0L, 1_000L);
    }

    @Test
    void what_a_cap_of_the_campaign_leaves_is_shared_in_proportion_and_to_the_last_unit() {
        var plan = plan(RewardPlan.Basis.FLAT, 100, RewardPlan.NO_CAP, 1_000);
        var amounts = EstimatedRewardRules.amounts(plan, List.of(part(2, 0), part(4, 0), part(1, 0)), 2_000, 900);
        assertThat(amounts).containsExactly(29L, 57L, 14L);
        assertThat(EstimatedRewardRules.amounts(plan, List.of(part(2, 0)), 2_000, 1_200))
                .containsExactly(0L);
    }

    private static List<Long> amounts(RewardPlan plan, List<Part> parts) {
        return EstimatedRewardRules.amounts(plan, parts, 2_000, 0);
    }

    private static RewardPlan plan(RewardPlan.Basis basis, long rate, long capOfEach, long capOfAll) {
        return new RewardPlan(
                basis, rate, 0, RewardPlan.TierMode.MARGINAL, List.of(), List.of(), List.of(), capOfEach, capOfAll, 14);
    }

    private static Part part(double beyond, long earned) {
        return new Part(new AmbassadorId(1), beyond, earned);
    }
}
