package dev.herald.insight;

import dev.herald.insight.Difference.Reason;
import java.util.List;
import java.util.OptionalDouble;

/** Compares two campaigns and says how sure the differences are (docs/SCIENCE.md, Comparisons). Pure. */
final class ComparisonRules {

    /** Below as many, how uneven people are is taken from the other campaign or assumed. */
    private static final int FEWEST_OWNERS = 10;

    /** The square of the coefficient of variation of talent: log-normal with sigma 1, as the advice assumes. */
    private static final double ASSUMED_UNEVENNESS = Math.E - 1;

    private static final int FEWEST_DAYS = 3;

    private ComparisonRules() {}

    static List<Difference> differences(ComparedSide first, ComparedSide second) {
        return List.of(perReached(first, second), newCustomers(first, second), perRedemption(first, second));
    }

    /**
     * A campaign's redemptions scatter for two reasons: those of each person (Poisson), and because these people are a
     * sample of all who could have been asked, some of them many times as good as others.
     */
    private static Difference perReached(ComparedSide first, ComparedSide second) {
        var measure = Measure.REDEMPTIONS_PER_THOUSAND_REACHED;
        if (first.reach().members() == 0 || second.reach().members() == 0) {
            return new Difference.Unknown(measure, Reason.NO_MEMBERS);
        }
        if (first.totals().redemptions() + second.totals().redemptions() == 0) {
            return new Difference.Unknown(measure, Reason.NO_REDEMPTIONS);
        }
        var difference = logRate(first, uneven(first, second)).minus(logRate(second, uneven(second, first)));
        return ratio(
                measure,
                first.totals().redemptions() / first.reach().thousands(),
                second.totals().redemptions() / second.reach().thousands(),
                difference);
    }

    /** Half a redemption more than was seen, so that nothing seen is not a rate of nothing. */
    private static Uncertain logRate(ComparedSide side, double uneven) {
        var reach = side.reach();
        var count = side.totals().redemptions() + 0.5;
        var concentration = reach.squares() / (reach.thousands() * reach.thousands());
        return new Uncertain(
                Math.log(count / reach.thousands()),
                1 / count + uneven * concentration,
                Math.max(1, 1 / concentration - 1));
    }

    /** What the other campaign tells is met half-way: a few stars there or here make much of it. */
    private static double uneven(ComparedSide side, ComparedSide other) {
        return unevenness(side.owners())
                .orElseGet(() -> (unevenness(other.owners()).orElse(ASSUMED_UNEVENNESS) + ASSUMED_UNEVENNESS) / 2);
    }

    /** How much rates vary among people, by moments: what their counts vary more than chance alone would make them. */
    private static OptionalDouble unevenness(List<Observation> owners) {
        var exposure = owners.stream().mapToDouble(Observation::exposure).sum();
        var count = owners.stream().mapToLong(Observation::redemptions).sum();
        if (owners.size() < FEWEST_OWNERS || count < owners.size()) {
            return OptionalDouble.empty();
        }
        var rate = count / exposure;
        var off = owners.stream()
                .mapToDouble(one -> Math.pow(one.redemptions() - rate * one.exposure(), 2))
                .sum();
        var squares = owners.stream()
                .mapToDouble(one -> one.exposure() * one.exposure())
                .sum();
        var concentration = squares / (exposure * exposure);
        // The rate itself was made from these counts, which hides as much of what they vary.
        var seen = off / Math.max(0.5, 1 - concentration);
        return OptionalDouble.of(Math.max(0, (seen - count) / (rate * rate * squares)));
    }

    /** One redemption of each kind more than was seen (Agresti and Caffo), so that a few do not look certain. */
    private static Difference newCustomers(ComparedSide first, ComparedSide second) {
        var measure = Measure.NEW_CUSTOMER_SHARE;
        if (first.totals().redemptions() == 0 || second.totals().redemptions() == 0) {
            return new Difference.Unknown(measure, Reason.NO_REDEMPTIONS);
        }
        var difference = share(first.totals()).minus(share(second.totals()));
        return new Difference.Reckoned(
                measure,
                first.totals().firstOrderShare(),
                second.totals().firstOrderShare(),
                first.totals().firstOrderShare() - second.totals().firstOrderShare(),
                difference.low(),
                difference.high());
    }

    private static Uncertain share(Totals totals) {
        var all = totals.redemptions() + 2.0;
        var share = (totals.firstOrders() + 1) / all;
        return new Uncertain(share, share * (1 - share) / all, Uncertain.MUCH);
    }

    private static Difference perRedemption(ComparedSide first, ComparedSide second) {
        var measure = Measure.REVENUE_PER_REDEMPTION;
        if (!first.currency().equals(second.currency())) {
            return new Difference.Unknown(measure, Reason.OTHER_CURRENCY);
        }
        if (isNothing(first.totals()) || isNothing(second.totals())) {
            return new Difference.Unknown(measure, Reason.NO_REDEMPTIONS);
        }
        if (sold(first) < FEWEST_DAYS || sold(second) < FEWEST_DAYS) {
            return new Difference.Unknown(measure, Reason.TOO_FEW_DAYS);
        }
        return ratio(
                measure,
                order(first.totals()),
                order(second.totals()),
                logOrder(first).minus(logOrder(second)));
    }

    private static boolean isNothing(Totals totals) {
        return totals.redemptions() == 0 || totals.revenue() <= 0;
    }

    private static long sold(ComparedSide side) {
        return side.days().stream()
                .filter(day -> day.totals().redemptions() > 0)
                .count();
    }

    private static double order(Totals totals) {
        return (double) totals.revenue() / totals.redemptions();
    }

    /** Single orders are not read, so how they vary is seen from the days: each day's revenue against its redemptions. */
    private static Uncertain logOrder(ComparedSide side) {
        var mean = order(side.totals());
        var off = 0.0;
        var squares = 0.0;
        for (var day : side.days()) {
            var totals = day.totals();
            off += Math.pow(totals.revenue() - mean * totals.redemptions(), 2);
            squares += (double) totals.redemptions() * totals.redemptions();
        }
        var redemptions = (double) side.totals().redemptions();
        var days = Math.max(2, redemptions * redemptions / squares);
        var revenue = (double) side.totals().revenue();
        return new Uncertain(Math.log(mean), days / (days - 1) * off / (revenue * revenue), days - 1);
    }

    private static Difference ratio(Measure measure, double first, double second, Uncertain logRatio) {
        return new Difference.Reckoned(
                measure,
                first,
                second,
                Math.exp(logRatio.estimate()),
                Math.exp(logRatio.low()),
                Math.exp(logRatio.high()));
    }
}
