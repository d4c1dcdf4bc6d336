package dev.herald.planner;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.money.Money;
import java.util.Currency;
import java.util.List;

/**
 * A line-up as the API shows it.
 *
 * @param interval of the redemptions, 80 %
 * @param bound no other choice of as much exploration is expected to bring more redemptions
 * @param contribution of one order, the margin less the discount and the reward
 */
record LineUpView(
        List<PickView> data,
        double expectedRedemptions,
        List<Double> interval,
        Money cost,
        Money leftOver,
        boolean exact,
        double bound,
        int considered,
        Balance contribution,
        ByFollowersView byFollowers) {

    record Named(AmbassadorId id, String name) {}

    /**
     * @param cost expected, the reward included
     * @param adds what his orders leave after discount, reward and cost
     */
    record PickView(
            Named ambassador,
            Money cost,
            double expectedRedemptions,
            List<Double> interval,
            Balance adds,
            boolean exploring,
            String reason) {}

    /** What the same budget is expected to bring if only followers count. */
    record ByFollowersView(int ambassadors, double expectedRedemptions, List<Double> interval) {}

    static LineUpView of(LineUps.Found found, Money budget) {
        var lineUp = found.lineUp();
        var currency = budget.currency();
        var others = lineUp.byFollowers();
        return new LineUpView(
                lineUp.picks().stream().map(one -> view(one, currency)).toList(),
                lineUp.expected().redemptions(),
                ends(lineUp.expected()),
                new Money(lineUp.cost(), currency),
                new Money(budget.minor() - lineUp.cost(), currency),
                lineUp.isBest(),
                lineUp.most(),
                lineUp.considered(),
                balance(Math.round(found.each().contribution() - found.each().reward()), currency),
                new ByFollowersView(others.people().size(), others.expected().redemptions(), ends(others.expected())));
    }

    private static PickView view(LineUp.Pick one, Currency currency) {
        return new PickView(
                new Named(one.who().id(), one.who().name()),
                new Money(one.cost(), currency),
                one.expected().redemptions(),
                ends(one.expected()),
                balance(one.leaves(), currency),
                one.exploring(),
                one.reason());
    }

    private static Balance balance(long minor, Currency currency) {
        return new Balance(minor, currency.getCurrencyCode());
    }

    private static List<Double> ends(Expected expected) {
        return List.of(expected.low(), expected.high());
    }
}
