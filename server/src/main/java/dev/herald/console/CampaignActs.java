package dev.herald.console;

import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaign.State;
import dev.herald.campaign.Campaigns;
import dev.herald.campaign.Strategy;
import dev.herald.code.Memberships;
import dev.herald.job.Job;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.CampaignPlans;
import dev.herald.web.Formats;
import dev.herald.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the campaign's page lets people do, and what it tells them of it. */
public final class CampaignActs {

    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Memberships memberships;
    private final CampaignPlans plans;

    public CampaignActs(Campaigns campaigns, Ambassadors ambassadors, Memberships memberships, CampaignPlans plans) {
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.memberships = memberships;
        this.plans = plans;
    }

    Campaigns campaigns() {
        return campaigns;
    }

    CampaignDeeds of(Brand brand, Campaign campaign) {
        var formats = new Formats(brand.look().locale(), brand.zone());
        var state = campaign.state();
        var members = memberships.count(campaign);
        var plan = plans.of(brand.id(), campaign.id());
        var others = ambassadors.reach(brand.id()).people() - members;
        return new CampaignDeeds(
                state == State.DRAFT,
                state == State.RUNNING,
                state == State.PAUSED,
                state == State.RUNNING || state == State.PAUSED,
                state != State.ENDED && state != State.ARCHIVED,
                members == 1 ? "1 member" : formats.count(members) + " members",
                others <= 0 ? "" : formats.count(others),
                members > 0 || plan.isEmpty() ? "" : chosen(plan.get(), formats),
                plan.map(one -> advice(one, campaign.strategy())).orElse(""));
    }

    /** Makes everybody a member who is none yet, with codes as they were planned. */
    Optional<Job> enrollEverybody(Campaign campaign) {
        var pattern = plans.of(campaign.brand(), campaign.id())
                .map(plan -> plan.value("pattern"))
                .orElse("");
        return memberships.enrollEverybody(campaign, pattern.isEmpty() ? null : pattern);
    }

    /** Makes those members who were chosen when the campaign was planned. */
    Optional<Job> enrollChosen(Campaign campaign) {
        var plan = plans.of(campaign.brand(), campaign.id());
        var pattern = plan.map(one -> one.value("pattern")).orElse("");
        return memberships.enroll(
                campaign,
                plan.map(one -> plans.chosen(campaign.brand(), one.id())).orElse(List.of()),
                pattern.isEmpty() ? null : pattern);
    }

    private static String chosen(CampaignPlan plan, Formats formats) {
        var isMeant = plan.chosen() > 0 && plan.value("members").equals("chosen");
        return isMeant ? formats.count(plan.chosen()) + " chosen" : "";
    }

    static String advice(CampaignPlan plan, Strategy chosen) {
        var advised = plan.value("advised");
        if (advised.isEmpty()) {
            return "";
        }
        var sure = plan.value("advised.sure");
        if (advised.equals(chosen.name().toLowerCase(Locale.ROOT))) {
            return "As Herald advised, " + sure + " sure.";
        }
        var strategy = Words.strategy(Strategy.valueOf(advised.toUpperCase(Locale.ROOT)))
                .toLowerCase(Locale.ROOT);
        return "Herald advised " + strategy + ", " + sure + " sure. Decided otherwise because: " + plan.value("reason");
    }
}
