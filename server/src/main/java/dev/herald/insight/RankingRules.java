package dev.herald.insight;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.insight.InsightStore.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ranks ambassadors by what they sold or by how well, and says how sure that is. Pure. */
final class RankingRules {

    /** Among the top or not, unless the chance lies between these. */
    private static final double SURELY = 0.8;

    private static final double HARDLY = 0.2;

    private RankingRules() {}

    /**
     * One of a ranking that is being made.
     *
     * @param rate what is known of the redemptions for every thousand people reached
     * @param mean that rate, in the mean
     */
    private record One(Owner owner, Totals totals, Observation seen, Posterior rate, double mean) {

        static One of(Owner owner, Totals totals, Observation seen, GammaPoisson common) {
            var rate = common.posterior(seen);
            return new One(owner, totals, seen, rate, rate.mean());
        }

        /** What the board ranks by, with luck left out: in all, it is what the same people would redeem again. */
        Posterior quantity(Board board) {
            return switch (board) {
                case REDEMPTIONS -> rate.times(seen.exposure());
                case RATE -> rate;
            };
        }

        boolean shares(One other, Board board) {
            return switch (board) {
                case REDEMPTIONS -> totals.redemptions() == other.totals.redemptions();
                case RATE -> mean == other.mean;
            };
        }

        RankedAmbassador at(Place place) {
            return new RankedAmbassador(
                    owner.id(),
                    owner.name(),
                    owner.audienceSize(),
                    List.of(),
                    totals,
                    new Estimate(mean, rate.low(), rate.high()),
                    place);
        }
    }

    /** The first of the board first. Everybody counts in the estimate, also who sold nothing. Without codes. */
    static List<RankedAmbassador> ranked(List<Owner> owners, Map<AmbassadorId, Totals> totals, RankingChoice choice) {
        if (owners.isEmpty()) {
            return List.of();
        }
        var seen = owners.stream()
                .map(one -> new Observation(
                        totals.getOrDefault(one.id(), Totals.NONE).redemptions(), Reach.thousands(one.audienceSize())))
                .toList();
        var common = GammaPoisson.fit(seen);
        var sorted = new ArrayList<One>(owners.size());
        for (var i = 0; i < owners.size(); i++) {
            var owner = owners.get(i);
            sorted.add(One.of(owner, totals.getOrDefault(owner.id(), Totals.NONE), seen.get(i), common));
        }
        sorted.sort(order(choice.board()));
        return placed(sorted, common, choice);
    }

    private static List<RankedAmbassador> placed(List<One> sorted, GammaPoisson common, RankingChoice choice) {
        var board = choice.board();
        var likely = Places.of(sorted.stream().map(one -> one.quantity(board)).toList(), choice.top(sorted.size()));
        var enough = isEnough(sorted);
        var ranked = new ArrayList<RankedAmbassador>(sorted.size());
        var number = 1;
        for (var i = 0; i < sorted.size(); i++) {
            var one = sorted.get(i);
            number = i > 0 && one.shares(sorted.get(i - 1), board) ? number : i + 1;
            var places = likely.get(i);
            var verdict = enough ? verdict(one.seen(), common, places.topChance()) : Verdict.TOO_EARLY_TO_TELL;
            ranked.add(one.at(new Place(number, places.from(), places.to(), places.topChance(), verdict)));
        }
        return ranked;
    }

    private static Comparator<One> order(Board board) {
        var bySales = Comparator.comparingLong((One one) -> one.totals().redemptions())
                .thenComparingLong(one -> one.totals().revenue());
        var best = switch (board) {
            case REDEMPTIONS -> bySales.thenComparingDouble(One::mean);
            case RATE -> Comparator.comparingDouble(One::mean).thenComparing(bySales);
        };
        return best.reversed().thenComparingLong(one -> one.owner().id().value());
    }

    /** Below one redemption each on average, half of the true top tenth would be missed: then nothing is said of anybody. */
    private static boolean isEnough(List<One> all) {
        return all.size() > 1
                && all.stream().mapToLong(one -> one.totals().redemptions()).sum() >= all.size();
    }

    /** Nor is it said that somebody is not at the top who reached so few that not even one redemption was to be expected. */
    private static Verdict verdict(Observation seen, GammaPoisson common, double topChance) {
        if (topChance > SURELY) {
            return Verdict.TOP;
        }
        var expected = common.shape() / common.rate() * seen.exposure();
        var couldTell = expected >= 1 || seen.redemptions() >= 1;
        return topChance < HARDLY && couldTell ? Verdict.NOT_TOP : Verdict.TOO_EARLY_TO_TELL;
    }
}
