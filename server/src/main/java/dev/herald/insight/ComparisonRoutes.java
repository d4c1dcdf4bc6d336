package dev.herald.insight;

import dev.herald.access.Access;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.insight.Difference.Reckoned;
import dev.herald.insight.Difference.Unknown;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Two campaigns compared, over HTTP. */
public final class ComparisonRoutes implements HttpService {

    private final Gate gate;
    private final Access access;
    private final Campaigns campaigns;
    private final Comparisons comparisons;

    public ComparisonRoutes(Gate gate, Access access, Campaigns campaigns, Comparisons comparisons) {
        this.gate = gate;
        this.access = access;
        this.campaigns = campaigns;
        this.comparisons = comparisons;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/comparison", gate.reads(Scope.ADMIN, this::comparison));
    }

    /**
     * The answer.
     *
     * @param days since the first redemption of each; a campaign has none behind its last day
     */
    record ComparisonView(CampaignId campaign, CampaignId with, List<DifferenceView> differences, List<DayView> days) {}

    /**
     * A difference, or why there is none.
     *
     * @param difference campaign / with, or campaign - with of a share
     * @param interval of the difference, 80 %
     */
    record DifferenceView(
            String measure,
            @Nullable Double campaign,
            @Nullable Double with,
            @Nullable Double difference,
            @Nullable List<Double> interval,
            String verdict) {

        static DifferenceView of(Difference one) {
            var measure = word(one.measure());
            return switch (one) {
                case Reckoned it ->
                    new DifferenceView(
                            measure,
                            it.first(),
                            it.second(),
                            it.estimate(),
                            List.of(it.low(), it.high()),
                            word(it.told()));
                case Unknown it -> new DifferenceView(measure, null, null, null, null, word(it.reason()));
            };
        }

        private static String word(Enum<?> one) {
            return one.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The redemptions of one day since the first of each. */
    record DayView(
            int day, @Nullable Long campaign, @Nullable Long with) {}

    private Answer comparison(Caller caller, ServerRequest request) {
        var brand = access.brand(caller.brandId()).orElseThrow();
        var first = campaigns.get(brand.id(), CampaignRoutes.id(request));
        var with = Ids.parse(CampaignId.PREFIX, request.query().first("with").orElse(""));
        if (with.isEmpty() || with.getAsLong() == first.id().value()) {
            throw new RequestRefused(422, "invalid_request", "with must be the id of another campaign.");
        }
        var second = campaigns.get(brand.id(), new CampaignId(with.getAsLong()));
        var comparison = comparisons.of(brand, first, second);
        return Answer.ok(new ComparisonView(
                first.id(),
                second.id(),
                comparison.differences().stream().map(DifferenceView::of).toList(),
                days(comparison)));
    }

    private static List<DayView> days(Comparison comparison) {
        var first = comparison.firstSide().days();
        var second = comparison.secondSide().days();
        return IntStream.range(0, Math.max(first.size(), second.size()))
                .mapToObj(i -> new DayView(i + 1, redemptions(first, i), redemptions(second, i)))
                .toList();
    }

    private static @Nullable Long redemptions(List<DayTotals> days, int at) {
        return at < days.size() ? (Long) days.get(at).totals().redemptions() : null;
    }
}
