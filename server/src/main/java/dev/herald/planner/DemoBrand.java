package dev.herald.planner;

import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorDraft;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignDraft;
import dev.herald.campaign.Campaigns;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Offer;
import dev.herald.campaign.Period;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.Strategy;
import dev.herald.code.CodeIssuer;
import dev.herald.code.Enrollment;
import dev.herald.money.BasisPoints;
import dev.herald.platform.Database;
import dev.herald.platform.Page;
import dev.herald.redemption.Redemptions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fills a brand with invented campaigns, ambassadors and 90 days of orders, through the same doors as real ones.
 *
 * <p>Safe to repeat: what a filling cut short has left is completed, and a full brand is left alone.
 */
public final class DemoBrand {

    private static final long SEED = 2026;
    static final Currency CURRENCY = Currency.getInstance("USD");
    private static final int MOST_LIVE = 20;
    static final int MOST_ORDERS_EACH = 4;
    private static final Page ALL = new Page(Page.MOST, Long.MAX_VALUE);

    /** An order below the minimum, and a fifth order of one person, are declined as in real life. */
    private static final Limits LIMITS = Limits.UNLIMITED
            .withPerCustomer(Period.CAMPAIGN, MOST_ORDERS_EACH)
            .withMinimumOrder(20_00)
            .withBudget(50_000_00);

    private static final String REWARD = """
            {"type": "percent", "value": 10, "tiers": [{"from": 25, "value": 12}],
             "milestones": [{"at": 10, "bonus": 1000}, {"at": 50, "bonus": 5000}]}""";

    /** Leaves HEARTBEAT20, the first code that comes to mind, to whoever tries Herald out. */
    private static final String BLANKET_CODE = "RUNCITY20";

    private final Database db;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final CodeIssuer codes;
    private final Redemptions redemptions;
    private final DemoPayouts payouts;
    private final InstantSource clock;

    public DemoBrand(
            Database db,
            Campaigns campaigns,
            Ambassadors ambassadors,
            CodeIssuer codes,
            Redemptions redemptions,
            DemoPayouts payouts,
            InstantSource clock) {
        this.db = db;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.redemptions = redemptions;
        this.payouts = payouts;
        this.clock = clock;
    }

    /** Returns when everything is in, some seconds later. */
    public void fill(Brand brand) {
        if (isFull(brand)) {
            return;
        }
        var running =
                DemoSetting.ALL.stream().map(setting -> running(brand, setting)).toList();
        // Told from when the campaigns were made, also when it is told again.
        var script = DemoScript.of(SEED, running.getFirst().createdAt());
        // One transaction, because 186 commits would wait for the disk 186 times.
        var people = db.inBrand(brand.id().value(), _ -> people(brand, script));
        var checkout = new DemoCheckout(brand, redemptions);
        for (var i = 0; i < running.size(); i++) {
            checkout.serve(script.chapters().get(i), codesOf(running.get(i), people));
        }
        payouts.fill(brand);
        for (var i = 0; i < running.size(); i++) {
            var isPast = script.chapters().get(i).setting().isPast();
            if (isPast && running.get(i).state() == Campaign.State.RUNNING) {
                campaigns.end(brand.id(), running.get(i).id());
            }
        }
    }

    /** The codes of the campaign that runs, of those with the most followers first; none once it has ended. */
    public List<String> liveCodes(Brand brand) {
        var running = DemoSetting.ALL.getLast();
        var campaign = campaignsByName(brand).get(running.name());
        if (campaign == null || campaign.shownState(clock.instant()) != Campaign.State.RUNNING) {
            return List.of();
        }
        var people = ambassadors.list(brand.id(), ALL).stream()
                .sorted(Comparator.comparingLong(Ambassador::audienceSize).reversed())
                .limit(MOST_LIVE)
                .toList();
        return codesOf(campaign, people);
    }

    /** The last thing a filling does is to end the past campaigns. */
    private boolean isFull(Brand brand) {
        var there = campaignsByName(brand);
        return DemoSetting.ALL.stream().allMatch(setting -> {
            var campaign = there.get(setting.name());
            return campaign != null && (!setting.isPast() || campaign.state() == Campaign.State.ENDED);
        });
    }

    private Campaign running(Brand brand, DemoSetting setting) {
        var there = campaignsByName(brand).get(setting.name());
        var campaign = there == null ? campaigns.create(brand.id(), draft(setting)) : there;
        return campaign.state() == Campaign.State.DRAFT ? campaigns.launch(brand.id(), campaign.id()) : campaign;
    }

    private CampaignDraft draft(DemoSetting setting) {
        var now = clock.instant();
        return new CampaignDraft(
                setting.name(),
                setting.objective(),
                setting.strategy(),
                Campaign.USUAL_TIER,
                new Offer.Percent(new BasisPoints(setting.percent() * 100), Offer.NO_MAXIMUM),
                CURRENCY,
                setting.startsAt(now),
                setting.endsAt(now),
                false,
                LIMITS,
                ReversalPolicy.DEFAULT,
                AttributionPolicy.DEFAULT,
                setting.isPast() ? null : REWARD,
                setting.strategy() == Strategy.BLANKET ? BLANKET_CODE : null);
    }

    private Map<String, Campaign> campaignsByName(Brand brand) {
        return campaigns.list(brand.id(), ALL).stream()
                .collect(Collectors.toMap(Campaign::name, Function.identity(), (one, _) -> one));
    }

    /** The ambassadors, in the order of the script. */
    private List<Ambassador> people(Brand brand, DemoScript script) {
        var there = ambassadors.list(brand.id(), ALL).stream()
                .collect(Collectors.toMap(Ambassador::name, Function.identity(), (one, _) -> one));
        var people = new ArrayList<Ambassador>();
        for (var person : script.people()) {
            var known = there.get(person.name());
            people.add(known == null ? ambassadors.create(brand.id(), draft(person)) : known);
        }
        return people;
    }

    private static AmbassadorDraft draft(DemoPerson person) {
        return new AmbassadorDraft(
                person.name(), person.email(), person.handle(), person.followers(), person.channels());
    }

    /** What each of the people shares, in their order. */
    private List<String> codesOf(Campaign campaign, List<Ambassador> people) {
        var byOwner = new HashMap<AmbassadorId, String>();
        for (Enrollment enrollment : codes.enroll(campaign, people)) {
            byOwner.put(enrollment.ambassador(), enrollment.code().display());
        }
        return people.stream()
                .map(person -> Objects.requireNonNull(byOwner.get(person.id())))
                .toList();
    }
}
