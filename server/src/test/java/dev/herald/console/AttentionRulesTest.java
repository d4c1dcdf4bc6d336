package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.campaign.Limits;
import dev.herald.insight.Totals;
import org.junit.jupiter.api.Test;

class AttentionRulesTest {

    private final AttentionRules rules = new AttentionRules(ConsoleSamples.PARIS);

    @Test
    void a_campaign_near_the_end_of_its_budget_is_pointed_out() {
        var limits = Limits.UNLIMITED.withBudget(1_000_00);

        assertThat(rules.of(Campaigns.with(limits), spent(1, 799_99))).isEmpty();
        assertThat(rules.of(Campaigns.with(limits), spent(1, 800_00)))
                .hasValueSatisfying(found ->
                        assertThat(found.text()).isEqualTo("Heartbeat autumn has given out 80% of its budget."));
    }

    @Test
    void so_is_one_near_its_last_redemption() {
        var limits = Limits.UNLIMITED.withPerCampaign(100);

        assertThat(rules.of(Campaigns.with(limits), spent(79, 0))).isEmpty();
        assertThat(rules.of(Campaigns.with(limits), spent(100, 0)))
                .hasValueSatisfying(found ->
                        assertThat(found.text()).isEqualTo("Heartbeat autumn has had 100% of its redemptions."));
    }

    @Test
    void one_without_limits_never_runs_out() {
        assertThat(rules.of(Campaigns.with(Limits.UNLIMITED), spent(1_000_000, Long.MAX_VALUE / 2)))
                .isEmpty();
    }

    private static Totals spent(long redemptions, long discount) {
        return new Totals(redemptions, 0, 0, 0, discount);
    }
}
