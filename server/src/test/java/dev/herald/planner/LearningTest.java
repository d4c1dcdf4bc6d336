package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LearningTest {

    @Test
    void nothing_is_learnt_of_nothing() {
        assertThat(Learning.of(List.of())).isEmpty();
    }

    /** Campaigns are played with a value that is not the usual one; what is learnt must come nearer to it. */
    @ParameterizedTest
    @CsvSource({
        "POSTING_SHARE, .3, PERSONAL",
        "POSTING_SHARE, .65, PERSONAL",
        "INTENT, .002, PERSONAL",
        "INTENT, .009, PERSONAL",
        "INTENT, .002, BLANKET",
        "INTENT, .009, BLANKET",
        "NEW_SHARE, .4, BLANKET",
        "NEW_SHARE, .9, PERSONAL"
    })
    void what_campaigns_were_played_with_is_found_again(Assumption assumption, double truth, Strategy strategy) {
        var played = Assumptions.DEFAULT.with(assumption, truth);
        var learnt = learnt(campaigns(played, strategy, 8), assumption);
        assertThat(learnt.value()).isBetween(truth / 1.5, truth * 1.5);
        assertThat(Math.abs(Math.log(learnt.value() / truth)))
                .as("nearer than the usual value")
                .isLessThan(.6 * Math.abs(Math.log(assumption.value / truth)));
        assertThat(learnt.low()).isLessThan(learnt.value());
        assertThat(learnt.high()).isGreaterThan(learnt.value());
    }

    @Test
    void the_range_of_what_was_learnt_mostly_holds_the_truth() {
        var held = 0;
        for (var seed = 0; seed < 40; seed++) {
            var learnt = learnt(List.of(campaign(Assumptions.DEFAULT, Strategy.PERSONAL, seed)), Assumption.INTENT);
            held += learnt.low() <= Assumption.INTENT.value && learnt.high() >= Assumption.INTENT.value ? 1 : 0;
        }
        assertThat(held).isBetween(28, 40);
    }

    @Test
    void many_campaigns_make_surer_than_one_but_never_sure() {
        var one = learnt(campaigns(Assumptions.DEFAULT, Strategy.PERSONAL, 1), Assumption.INTENT);
        var many = learnt(campaigns(Assumptions.DEFAULT, Strategy.PERSONAL, 12), Assumption.INTENT);
        assertThat(many.high() / many.low()).isLessThan(one.high() / one.low()).isGreaterThan(1.2);
        assertThat(one.high() / one.low()).isLessThan(Assumption.INTENT.high / Assumption.INTENT.low);
    }

    @Test
    void slips_tell_how_often_a_letter_is_mistyped() {
        // 1,000 redemptions, 650 of them typed at 6 letters; one in fifty letters wrong gives 11.4 % slips.
        var slips = (int) Math.round(650 * (1 / Math.pow(.98, 6) - 1));
        var seen = new PastCampaign(Strategy.PERSONAL, 100, 60, 5_000, 1_000, 700, 60_000, slips);
        var learnt = learnt(List.of(seen, seen, seen, seen), Assumption.TYPING_ERROR);
        assertThat(learnt.value()).isEqualTo(.02, within(.0015));
    }

    @Test
    void the_average_order_is_taken_from_campaigns_in_the_plans_currency_only() {
        var seen = new PastCampaign(Strategy.BLANKET, 100, 0, 5_000, 400, 100, 40_000, 0);
        var elsewhere = new PastCampaign(Strategy.BLANKET, 100, 0, 5_000, 400, 100, 0, 0);
        assertThat(learnt(List.of(seen, seen, elsewhere), Assumption.ORDER).value())
                .isBetween(88.0, 100.0);
        assertThat(Learning.of(List.of(elsewhere))).doesNotContainKey(Assumption.ORDER);
    }

    @Test
    void a_campaign_where_all_sold_or_hardly_anybody_did_gives_no_nonsense() {
        var all = new PastCampaign(Strategy.UNIQUE, 10, 10, 900, 5_000, 5_000, 1e9, 100_000);
        var none = new PastCampaign(Strategy.PERSONAL, 5_000, 1, 1, 50, 0, 1, 1);
        assertThat(Learning.of(List.of(all)).values()).allSatisfy(LearningTest::makesSense);
        assertThat(Learning.of(List.of(none, all)).values()).allSatisfy(LearningTest::makesSense);
    }

    @Test
    void what_was_learnt_counts_unless_somebody_says_otherwise() {
        var learnt = Assumptions.DEFAULT.learnt(Map.of(Assumption.ORDER, new Learnt(90, 80, 100)), 3);
        assertThat(learnt.get(Assumption.ORDER)).isEqualTo(90);
        assertThat(learnt.low(Assumption.ORDER)).isEqualTo(80, within(1e-9));
        assertThat(learnt.with(Assumption.ORDER, 45).get(Assumption.ORDER)).isEqualTo(45);
        assertThat(learnt.with(Assumption.ORDER, 45).high(Assumption.ORDER)).isEqualTo(50, within(1e-9));
        assertThat(learnt.isLearnt(Assumption.ORDER)).isTrue();
        assertThat(learnt.with(Assumption.ORDER, 45).isLearnt(Assumption.ORDER)).isFalse();
    }

    private static Learnt learnt(List<PastCampaign> campaigns, Assumption assumption) {
        return Objects.requireNonNull(Learning.of(campaigns).get(assumption));
    }

    private static void makesSense(Learnt one) {
        assertThat(one.value()).isFinite().isPositive();
        assertThat(one.low()).isFinite().isLessThanOrEqualTo(one.value());
        assertThat(one.high()).isFinite().isGreaterThanOrEqualTo(one.value());
    }

    private static List<PastCampaign> campaigns(Assumptions played, Strategy strategy, int many) {
        var campaigns = new ArrayList<PastCampaign>();
        for (var seed = 0; seed < many; seed++) {
            campaigns.add(campaign(played, strategy, seed));
        }
        return campaigns;
    }

    private static PastCampaign campaign(Assumptions played, Strategy strategy, long seed) {
        var plan = Plan.of(Objective.AWARENESS, 200).with(played);
        var run = Simulator.run(plan, strategy, SimulatorSetting.PLAIN, seed);
        var each = run.redemptionsOfEach();
        var active = StrategyRules.givesEachHisOwn(strategy)
                ? (int) Arrays.stream(each).filter(count -> count > 0).count()
                : 0;
        // Followers are known: what is seen of them is not.
        var followers = played.get(Assumption.REACH) / .3;
        return new PastCampaign(
                strategy,
                each.length,
                active,
                followers,
                run.redemptions(),
                run.newCustomers(),
                run.redemptions() * 60.0,
                0);
    }
}
