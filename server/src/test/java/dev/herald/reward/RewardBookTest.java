package dev.herald.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.reward.RewardPlan.Basis;
import dev.herald.reward.RewardPlan.Milestone;
import dev.herald.reward.RewardPlan.Tier;
import dev.herald.reward.RewardPlan.TierMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody has earned is told by what stands, also where his orders fell under several plans. */
class RewardBookTest {

    private static final long CAMPAIGN = 1;
    private static final long AMBASSADOR = 7;

    private final Map<Long, RewardPlan> plans = new HashMap<>();
    private final RewardBook book = new RewardBook(plans, new Counter()::next, Instant.EPOCH, Instant.EPOCH);
    private long events = 100;

    private static final class Counter {
        private long last;

        long next() {
            return ++last;
        }
    }

    @Test
    void a_milestone_is_paid_once_though_an_order_before_the_change_of_plans_comes_back() {
        plan(1, milestone(2, 1_000));
        var first = redeem();
        plan(2, milestone(2, 1_000));
        redeem();
        assertThat(earned()).isEqualTo(1_000);
        reverse(first);
        assertThat(earned()).as("one stands").isZero();
        plan(3, milestone(2, 1_000));
        redeem();
        assertThat(earned()).as("two stand").isEqualTo(1_000);
    }

    @Test
    void a_milestone_that_is_reached_is_paid_though_it_had_been_before_the_change_of_plans() {
        plan(1, milestone(2, 1_000));
        var first = redeem();
        redeem();
        plan(2, milestone(2, 1_000));
        redeem();
        reverse(first);
        assertThat(earned()).as("two stand").isEqualTo(1_000);
        redeem();
        assertThat(earned()).as("three stand").isEqualTo(1_000);
    }

    @Test
    void a_cap_leaves_what_came_back_to_be_earned_again() {
        plan(1, flat(100, List.of(), TierMode.MARGINAL, 300));
        var first = redeem();
        redeem();
        redeem();
        plan(2, flat(200, List.of(), TierMode.MARGINAL, 300));
        redeem();
        assertThat(earned()).as("the cap is reached").isEqualTo(300);
        reverse(first);
        redeem();
        assertThat(earned()).as("100 came back and were earned again").isEqualTo(300);
    }

    @Test
    void a_tier_for_all_orders_is_lost_when_orders_before_the_change_of_plans_come_back() {
        plan(1, flat(100, List.of(), TierMode.MARGINAL, RewardPlan.NO_CAP));
        var first = redeem();
        plan(2, flat(100, List.of(new Tier(3, 500)), TierMode.WHOLE, RewardPlan.NO_CAP));
        redeem();
        redeem();
        assertThat(earned()).isEqualTo(100 + 2 * 500);
        reverse(first);
        assertThat(earned()).isEqualTo(2 * 100);
    }

    private static RewardPlan milestone(long at, long bonus) {
        return new RewardPlan(
                Basis.FLAT,
                0,
                0,
                TierMode.MARGINAL,
                List.of(),
                List.of(new Milestone(at, bonus)),
                List.of(),
                RewardPlan.NO_CAP,
                RewardPlan.NO_CAP,
                0);
    }

    private static RewardPlan flat(long rate, List<Tier> tiers, TierMode mode, long cap) {
        return new RewardPlan(Basis.FLAT, rate, 0, mode, tiers, List.of(), List.of(), cap, RewardPlan.NO_CAP, 0);
    }

    private void plan(long id, RewardPlan plan) {
        plans.put(id, plan);
        book.carryOut(new RewardEvent.Planned(CAMPAIGN, id));
    }

    private long redeem() {
        var id = ++events;
        book.carryOut(new RewardEvent.Redeemed(
                id, CAMPAIGN, AMBASSADOR, "EUR", Earned.whole(5_000, 5_000, false), Instant.EPOCH));
        return id;
    }

    private void reverse(long redemption) {
        book.carryOut(new RewardEvent.Reversed(++events, redemption, 5_000, true));
    }

    private long earned() {
        return book.entries().stream()
                .mapToLong(one -> one.credit() == Account.COST ? -one.amount() : one.amount())
                .sum();
    }
}
