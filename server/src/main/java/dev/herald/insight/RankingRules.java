package dev.herald.insight;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.insight.InsightStore.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ranks ambassadors by redemptions and says how sure their rates are. Pure. */
final class RankingRules {

    /** Followers who see a post, in the mean. */
    private static final double SEEN_BY = .3;

    /** Rates are told for every thousand people reached. */
    private static final double UNIT = 1_000;

    private RankingRules() {}

    /** Most redemptions first, then most revenue. Everybody counts in the estimate, also who sold nothing. */
    static List<RankedAmbassador> ranked(
            List<Owner> owners,
            Map<AmbassadorId, Totals> totals,
            Map<AmbassadorId, List<RankedAmbassador.Code>> codes,
            long seed) {
        var sorted = owners.stream()
                .sorted(Comparator.comparingLong((Owner one) -> one.id().value()))
                .toList();
        var seen = sorted.stream()
                .map(one -> observation(one, totals.getOrDefault(one.id(), Totals.NONE)))
                .toList();
        var estimates = GammaPoisson.estimates(seen, seed);
        var ranked = new ArrayList<RankedAmbassador>(owners.size());
        for (var i = 0; i < sorted.size(); i++) {
            var owner = sorted.get(i);
            ranked.add(new RankedAmbassador(
                    owner.id(),
                    owner.name(),
                    owner.audienceSize(),
                    codes.getOrDefault(owner.id(), List.of()),
                    totals.getOrDefault(owner.id(), Totals.NONE),
                    estimates.get(i)));
        }
        ranked.sort(
                Comparator.comparingLong((RankedAmbassador one) -> one.totals().redemptions())
                        .thenComparingLong(one -> one.totals().revenue())
                        .thenComparingDouble(one -> one.estimate().rate())
                        .reversed()
                        .thenComparingLong(one -> one.id().value()));
        return ranked;
    }

    private static Observation observation(Owner owner, Totals totals) {
        return new Observation(totals.redemptions(), Math.max(1, owner.audienceSize() * SEEN_BY) / UNIT);
    }
}
