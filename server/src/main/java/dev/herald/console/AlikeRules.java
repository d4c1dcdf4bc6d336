package dev.herald.console;

import dev.herald.campaign.Objective;
import dev.herald.console.InsightPage.Alike;
import dev.herald.insight.CampaignTotals;
import dev.herald.insight.LikeForLike;
import dev.herald.web.Formats;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says how blanket codes do against personal ones among campaigns that are otherwise alike. */
record AlikeRules(Formats formats, Currency currency) {

    private static final int MOST_KINDS = 5;
    private static final int MOST_NAMES = 30;

    List<Alike> lines(List<LikeForLike> alike) {
        return alike.stream().limit(MOST_KINDS).map(this::line).toList();
    }

    private Alike line(LikeForLike one) {
        var differences = new DifferenceRules(formats, currency);
        return new Alike(
                "alike-" + one.objective().name().toLowerCase(Locale.ROOT) + "-" + one.offer(),
                "Blanket against personal codes: " + objective(one.objective()) + ", " + offer(one.offer()),
                one.differences().stream()
                        .map(difference -> differences.line(difference, "personal codes", "a blanket code"))
                        .toList(),
                "Too few to compare: " + one.personal().size() + " with personal codes and "
                        + one.blanket().size() + " with a blanket code in these days, and it takes "
                        + LikeForLike.FEWEST + " of each. Choose a longer period to look further back.",
                names(one.personal()),
                names(one.blanket()));
    }

    private String names(List<CampaignTotals> campaigns) {
        var names =
                campaigns.stream().limit(MOST_NAMES).map(CampaignTotals::name).collect(Collectors.joining(", "));
        return campaigns.size() <= MOST_NAMES
                ? names
                : names + " and " + formats.count(campaigns.size() - MOST_NAMES) + " more";
    }

    private static String objective(Objective objective) {
        return switch (objective) {
            case AWARENESS -> "awareness";
            case NEW_CUSTOMERS -> "new customers";
            case LOYALTY -> "loyalty";
            case FIND_TOP_AMBASSADORS -> "find top ambassadors";
            case KNOW_AUDIENCE -> "know the audience";
        };
    }

    private static String offer(String offer) {
        return switch (offer) {
            case "percent" -> "a share off";
            case "amount" -> "an amount off";
            default -> "free shipping";
        };
    }
}
