package dev.herald.planner;

import dev.herald.access.BrandId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.insight.Belief;
import dev.herald.insight.Experience;
import dev.herald.insight.Insights;
import dev.herald.insight.Rates;
import dev.herald.insight.Totals;
import dev.herald.insight.TrackRecords;
import dev.herald.platform.Problem;
import dev.herald.platform.RequestRefused;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who to invite next, from what a brand's campaigns have taught. Nothing is stored. */
public final class LineUps {

    /** Of rates whose spread nobody has seen: as log-normal talent with sigma 1 spreads them. */
    private static final double USUAL_SHAPE = 1 / Math.expm1(1);

    private static final double PEOPLE = 1_000;

    private final Campaigns campaigns;
    private final Insights insights;
    private final TrackRecords records;

    public LineUps(Campaigns campaigns, Insights insights, TrackRecords records) {
        this.campaigns = campaigns;
        this.insights = insights;
        this.records = records;
    }

    /**
     * A line-up, and what its figures rest on.
     *
     * @param fixed what it costs to invite somebody, whatever he sells; minor units
     * @param isGuess whether nobody had a code so far, so that only followers tell people apart
     */
    public record Found(LineUp lineUp, OrderWorth each, long fixed, boolean isGuess) {}

    /** The line-up; a campaign that is not there, or is in another currency than the budget, is refused with 422. */
    public Found find(BrandId brand, LineUpWish wish) {
        var campaign = campaign(brand, wish);
        var currency = wish.budget().currency();
        var experience = records.of(brand, currency, assumed(), wish.learnFromIt() ? wish.campaign() : null);
        var each = each(wish, campaign, sold(brand, campaign, experience));
        var fixed =
                wish.costEach() == null ? usualCost(currency) : wish.costEach().minor();
        var terms = new LineUpTerms(
                wish.budget().minor(), fixed, each.reward(), each.contribution(), wish.places(), wish.exploration());
        return new Found(LineUp.of(experience.people(), experience.rates(), terms), each, fixed, experience.isNone());
    }

    private @Nullable Campaign campaign(BrandId brand, LineUpWish wish) {
        if (wish.campaign() == null) {
            return null;
        }
        var campaign = campaigns.find(brand, wish.campaign());
        if (campaign.isEmpty()) {
            throw refused("/campaign_id", "names no campaign.");
        }
        var currency = campaign.get().currency();
        if (!currency.equals(wish.budget().currency())) {
            throw refused("/budget/currency", "must be that of the campaign, " + currency.getCurrencyCode() + ".");
        }
        return campaign.get();
    }

    /** A campaign with a shared code credits nobody, but its orders tell how large orders are. */
    private Totals sold(BrandId brand, @Nullable Campaign campaign, Experience experience) {
        return experience.sold().redemptions() > 0 || campaign == null
                ? experience.sold()
                : insights.totals(brand, campaign.id());
    }

    private static OrderWorth each(LineUpWish wish, @Nullable Campaign campaign, Totals sold) {
        var unit = Math.pow(10, wish.budget().currency().getDefaultFractionDigits());
        var many = sold.redemptions();
        var order = wish.order() != null
                ? wish.order().minor()
                : Math.round(many > 0 ? (double) sold.revenue() / many : Assumption.ORDER.value * unit);
        var given =
                many > 0 && sold.revenue() > 0 ? (double) sold.discount() / sold.revenue() : Assumption.DISCOUNT.value;
        var discount = campaign == null
                ? Math.round(order * given)
                : campaign.offer().discountOn(order, Math.round(Assumption.SHIPPING.value * unit));
        var pays = campaign != null && campaign.offer().isOnShipping() ? order : order - discount;
        var reward = wish.reward() != null
                ? wish.reward()
                : campaign == null ? LineUpWish.Reward.NONE : LineUpWish.Reward.of(campaign);
        return new OrderWorth(order, discount, reward.of(pays), wish.margin() * order - discount);
    }

    /** Of inviting somebody, in minor units: the work that a code of one's own makes. */
    public static long usualCost(Currency currency) {
        return Math.round(Assumption.ADMIN_OWN.value * Math.pow(10, currency.getDefaultFractionDigits()));
    }

    /** As the planner expects of an ambassador with a code of his own. */
    static Rates assumed() {
        var given = Assumptions.DEFAULT;
        var manner = Manner.personal(given, 1);
        var whenPosted = Response.redemptions(manner, 1, given) / manner.posting() / given.get(Assumption.REACH);
        return new Rates(new Belief(USUAL_SHAPE, USUAL_SHAPE / (whenPosted * PEOPLE)), manner.posting());
    }

    private static RequestRefused refused(String pointer, String detail) {
        return new RequestRefused(new Problem(
                422, "invalid_request", pointer + ": " + detail, List.of(new Problem.Violation(pointer, detail))));
    }
}
