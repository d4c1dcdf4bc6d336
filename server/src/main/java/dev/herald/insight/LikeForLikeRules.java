package dev.herald.insight;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Compares blanket with personal codes among campaigns that are otherwise alike. Pure. */
final class LikeForLikeRules {

    private record Kind(Objective objective, String offer) {}

    private LikeForLikeRules() {}

    /** Kinds with at least one campaign of either, those with the most campaigns first; all in one currency. */
    static List<LikeForLike> of(List<CampaignTotals> campaigns) {
        var kinds = new LinkedHashMap<Kind, List<CampaignTotals>>();
        campaigns.stream()
                .filter(one -> one.totals().redemptions() > 0 && one.totals().revenue() > 0)
                .forEach(one -> kinds.computeIfAbsent(new Kind(one.objective(), one.offer()), _ -> new ArrayList<>())
                        .add(one));
        return kinds.entrySet().stream()
                .map(kind -> compared(
                        kind.getKey(),
                        with(Strategy.BLANKET, kind.getValue()),
                        with(Strategy.PERSONAL, kind.getValue())))
                .filter(one -> !one.blanket().isEmpty() && !one.personal().isEmpty())
                .sorted(Comparator.comparingInt(
                        one -> -Math.min(one.blanket().size(), one.personal().size())))
                .toList();
    }

    private static List<CampaignTotals> with(Strategy strategy, List<CampaignTotals> campaigns) {
        return campaigns.stream().filter(one -> one.strategy() == strategy).toList();
    }

    private static LikeForLike compared(Kind kind, List<CampaignTotals> blanket, List<CampaignTotals> personal) {
        var enough = Math.min(blanket.size(), personal.size()) >= LikeForLike.FEWEST;
        return new LikeForLike(
                kind.objective(),
                kind.offer(),
                blanket,
                personal,
                enough
                        ? List.of(
                                ratio(
                                        Measure.REDEMPTIONS_PER_CAMPAIGN,
                                        personal,
                                        blanket,
                                        one -> one.totals().redemptions()),
                                shares(personal, blanket),
                                ratio(
                                        Measure.REVENUE_PER_REDEMPTION,
                                        personal,
                                        blanket,
                                        one -> (double) one.totals().revenue()
                                                / one.totals().redemptions()))
                        : List.of());
    }

    /** Each campaign counts once, however large: the geometric means of both kinds are compared. */
    private static Difference ratio(
            Measure measure,
            List<CampaignTotals> first,
            List<CampaignTotals> second,
            ToDoubleFunction<CampaignTotals> value) {
        var one = mean(first, campaign -> Math.log(value.applyAsDouble(campaign)));
        var other = mean(second, campaign -> Math.log(value.applyAsDouble(campaign)));
        var difference = one.minus(other);
        return new Difference.Reckoned(
                measure,
                Math.exp(one.estimate()),
                Math.exp(other.estimate()),
                Math.exp(difference.estimate()),
                Math.exp(difference.low()),
                Math.exp(difference.high()));
    }

    private static Difference shares(List<CampaignTotals> first, List<CampaignTotals> second) {
        var one = mean(first, campaign -> campaign.totals().firstOrderShare());
        var other = mean(second, campaign -> campaign.totals().firstOrderShare());
        var difference = one.minus(other);
        return new Difference.Reckoned(
                Measure.NEW_CUSTOMER_SHARE,
                one.estimate(),
                other.estimate(),
                difference.estimate(),
                difference.low(),
                difference.high());
    }

    private static Uncertain mean(List<CampaignTotals> campaigns, ToDoubleFunction<CampaignTotals> value) {
        return Uncertain.meanOf(campaigns.stream().mapToDouble(value).toArray());
    }
}
