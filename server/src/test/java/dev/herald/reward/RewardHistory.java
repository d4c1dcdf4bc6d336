package dev.herald.reward;

import dev.herald.reward.RewardPlan.Basis;
import dev.herald.reward.RewardPlan.Milestone;
import dev.herald.reward.RewardPlan.Tier;
import dev.herald.reward.RewardPlan.TierMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Some weeks of a made-up brand: orders, what is sent back, and plans that change. The same seed gives the same. */
final class RewardHistory {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final int AMBASSADORS = 4;
    private static final int CAMPAIGNS = 2;

    private record Open(long redemption, long amount, long undone) {}

    private final SplittableRandom random;
    private final Map<Long, RewardPlan> plans = new HashMap<>();
    private final List<RewardEvent> events = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private long next = 1;

    private RewardHistory(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static RewardHistory of(long seed) {
        var history = new RewardHistory(seed);
        history.tell();
        return history;
    }

    Map<Long, RewardPlan> plans() {
        return plans;
    }

    List<RewardEvent> events() {
        return events;
    }

    private void tell() {
        var length = random.nextInt(5, 90);
        for (var i = 0; i < length; i++) {
            var dice = random.nextInt(100);
            if (i < CAMPAIGNS || dice < 6) {
                plan(i < CAMPAIGNS ? i + 1L : campaign());
            } else if (dice < 30 && !open.isEmpty()) {
                reverse();
            } else {
                redeem(i);
            }
        }
    }

    private long campaign() {
        return random.nextLong(1, CAMPAIGNS + 1);
    }

    /** Now and then a campaign promises nothing. */
    private void plan(long campaign) {
        var id = next++;
        if (random.nextInt(8) > 0) {
            plans.put(id, somePlan());
        }
        events.add(new RewardEvent.Planned(campaign, id));
    }

    private RewardPlan somePlan() {
        var percent = random.nextBoolean();
        var most = percent ? 2_500 : 900;
        var rate = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(most);
        var tiers = new ArrayList<Tier>();
        var from = 1;
        for (var i = random.nextInt(4); i > 0; i--) {
            from += 1 + random.nextInt(4);
            rate += 1 + random.nextInt(most / 2);
            tiers.add(new Tier(from, rate));
        }
        var milestones = new ArrayList<Milestone>();
        var at = 0;
        for (var i = random.nextInt(3); i > 0; i--) {
            at += 1 + random.nextInt(6);
            milestones.add(new Milestone(at, 1 + random.nextInt(5_000)));
        }
        return new RewardPlan(
                percent ? Basis.PERCENT : Basis.FLAT,
                tiers.isEmpty() ? rate : Math.max(0, tiers.getFirst().rate() - 1 - random.nextInt(most / 2)),
                random.nextInt(3) == 0 ? random.nextInt(700) : 0,
                random.nextBoolean() ? TierMode.MARGINAL : TierMode.WHOLE,
                tiers,
                milestones,
                List.of(),
                random.nextInt(3) == 0 ? random.nextInt(8_000) : RewardPlan.NO_CAP,
                random.nextInt(4) == 0 ? random.nextInt(12_000) : RewardPlan.NO_CAP,
                random.nextInt(20));
    }

    private void redeem(int hour) {
        // Some orders are of nothing, some of odd amounts.
        var amount = random.nextInt(12) == 0 ? 0 : random.nextLong(1, 30_000);
        var net = amount == 0 ? 0 : amount - random.nextLong(0, amount / 2 + 1);
        var redemption = next++;
        events.add(new RewardEvent.Redeemed(
                redemption,
                campaign(),
                random.nextInt(AMBASSADORS + 1),
                "EUR",
                Earned.whole(amount, net, random.nextBoolean()),
                BEGIN.plus(Duration.ofHours(hour * 12L))));
        open.add(new Open(redemption, amount, 0));
    }

    private void reverse() {
        var at = random.nextInt(open.size());
        var one = open.remove(at);
        var left = one.amount() - one.undone();
        var gone = left <= 1 || random.nextInt(3) > 0;
        var undone = gone ? left : random.nextLong(1, left);
        events.add(new RewardEvent.Reversed(next++, one.redemption(), undone, gone));
        if (!gone) {
            open.add(new Open(one.redemption(), one.amount(), one.undone() + undone));
        }
    }
}
