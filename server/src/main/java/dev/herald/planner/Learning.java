package dev.herald.planner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Re-estimates assumptions from campaigns that have run (docs/SCIENCE.md, Learning from own campaigns). Pure. What the
 * campaigns cannot tell, such as the audience in total or the share of buyers who come by a link, stays assumed.
 */
final class Learning {

    /** How well followers tell the reach, and the model the response, at best. */
    private static final double MODEL_ERROR = .3;

    private static final double SEEN_BY = .3;

    /** Variance of the logarithm of what an ambassador can bring: reach and talent together. */
    private static final double SPREAD = Math.sqrt(1.2 * 1.2 + 1);

    private static final int STEPS = 60;

    private final List<PastCampaign> campaigns;
    private final Map<Assumption, Learnt> learnt = new EnumMap<>(Assumption.class);

    private Learning(List<PastCampaign> campaigns) {
        this.campaigns = campaigns;
    }

    /** What some campaigns teach; nothing without any. */
    static Map<Assumption, Learnt> of(List<PastCampaign> campaigns) {
        var learning = new Learning(campaigns);
        learning.learn(Assumption.ORDER, Learning::order);
        learning.learn(Assumption.NEW_SHARE, Learning::newShare);
        learning.learn(Assumption.REACH, one -> Evidence.seen(SEEN_BY * one.followers(), MODEL_ERROR));
        learning.learn(Assumption.TYPING_ERROR, Learning::typingError);
        learning.learn(Assumption.POSTING_SHARE, Learning::postingShare);
        // Last, because the response is what is left to explain.
        var sofar = Assumptions.DEFAULT.learnt(learning.learnt, campaigns.size());
        learning.learn(Assumption.INTENT, one -> intent(one, sofar));
        return learning.learnt;
    }

    private void learn(Assumption assumption, Function<PastCampaign, Evidence> evidence) {
        var seen = campaigns.stream().map(evidence).reduce(Evidence.NONE, Evidence::and);
        if (!seen.isNone()) {
            var prior = Evidence.within(assumption.low, assumption.value, assumption.high);
            var now = prior.and(seen).learnt();
            learnt.put(
                    assumption,
                    new Learnt(
                            Math.clamp(now.value(), assumption.least, assumption.most),
                            Math.clamp(now.low(), assumption.least, assumption.most),
                            Math.clamp(now.high(), assumption.least, assumption.most)));
        }
    }

    private static Evidence order(PastCampaign one) {
        return one.revenue() <= 0
                ? Evidence.NONE
                : Evidence.seen(one.revenue() / one.redemptions(), .1 + 1 / Math.sqrt(one.redemptions()));
    }

    private static Evidence newShare(PastCampaign one) {
        var share = (one.firstOrders() + .5) / (one.redemptions() + 1.0);
        return Evidence.seen(share, .1 + Math.sqrt((1 - share) / share / one.redemptions()));
    }

    /** Slips for each code typed, spread over its letters. Who comes by a link types nothing. */
    private static Evidence typingError(PastCampaign one) {
        var typed = one.redemptions() * (1 - Assumption.LINK_SHARE.value);
        var length = Manner.of(one.strategy(), Assumptions.DEFAULT, one.members())
                .getFirst()
                .length();
        var each = one.slips() / (one.slips() + typed);
        return one.slips() == 0
                ? Evidence.NONE
                : Evidence.seen(1 - Math.pow(1 - each, 1 / length), .2 + 1 / Math.sqrt(one.slips()));
    }

    /**
     * Whoever brought an order has posted, but some post in vain: of those with so many redemptions on average, spread
     * log-normally, a known share has none. The share of posting members is where both agree.
     */
    private static Evidence postingShare(PastCampaign one) {
        if (!StrategyRules.givesEachHisOwn(one.strategy()) || one.active() == 0) {
            return Evidence.NONE;
        }
        var active = (double) one.active() / one.members();
        var posting = root(
                active, 1, share -> share * (1 - nobodyBought(one.redemptions() / (one.members() * share))) - active);
        var lift = 1 + Assumption.SPECIAL_LIFT.value + Assumption.INCENTIVE_LIFT.value;
        var error = .1 + Math.sqrt((1 - active) / active / one.members());
        return Evidence.seen(Math.max(.01, posting / lift), error);
    }

    /** Share of those who post that bring no order, when they bring so many on average. */
    private static double nobodyBought(double mean) {
        var sum = 0.0;
        var weights = 0.0;
        for (var z = -5.0; z <= 5; z += .1) {
            var weight = Math.exp(-z * z / 2);
            sum += weight * Math.exp(-mean * Math.exp(SPREAD * z - SPREAD * SPREAD / 2));
            weights += weight;
        }
        return sum / weights;
    }

    /** The intent with which the model brings what was brought. Who took part moves that most, the fewer they were. */
    private static Evidence intent(PastCampaign one, Assumptions sofar) {
        var given = sofar.with(Assumption.REACH, Math.clamp(SEEN_BY * one.followers(), 1, 1e9));
        ToDoubleFunction<Double> excess = logarithm -> {
            var tried = given.with(Assumption.INTENT, Math.exp(logarithm));
            var manner = Manner.of(one.strategy(), tried, one.members()).getFirst();
            return Response.redemptions(manner, one.members(), tried) - one.redemptions();
        };
        var intent = Math.exp(root(Math.log(Assumption.INTENT.least), 0, excess));
        var posters = Math.max(1, one.members() * .5);
        return Evidence.seen(intent, MODEL_ERROR + Math.sqrt(Math.expm1(SPREAD * SPREAD) / posters));
    }

    /** Where a rising function is zero; an end if it is nowhere. */
    private static double root(double from, double to, ToDoubleFunction<Double> rising) {
        var low = from;
        var high = to;
        for (var step = 0; step < STEPS; step++) {
            var middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
