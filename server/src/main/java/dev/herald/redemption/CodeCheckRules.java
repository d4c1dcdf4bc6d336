package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import dev.herald.code.PromoCode;
import dev.herald.money.Money;
import dev.herald.redemption.CodeCheck.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says rule by rule whether a code works. Pure. */
final class CodeCheckRules {

    /** How often a code and its campaign were used, holds included. Money in minor units. */
    record Used(long code, long campaign, long spent) {}

    private CodeCheckRules() {}

    static List<Rule> check(PromoCode code, Campaign campaign, Used used, Instant now) {
        var rules = new ArrayList<Rule>();
        rules.add(enabled(code));
        rules.add(unexpired(code, now));
        rules.add(launched(campaign));
        rules.add(started(campaign, now));
        rules.add(unended(campaign, now));
        rules.addAll(limits(campaign.limits(), used, campaign));
        rules.addAll(conditions(campaign));
        return rules;
    }

    private static Rule enabled(PromoCode code) {
        var enabled = code.status() == PromoCode.Status.LIVE;
        return new Rule(
                "code_enabled", enabled, enabled ? "The code is not disabled." : "The code is disabled for good.");
    }

    private static Rule unexpired(PromoCode code, Instant now) {
        var end = code.expiresAt();
        if (end == null) {
            return new Rule("code_not_expired", true, "The code itself never expires.");
        }
        var instead = code.successor() == null ? "" : " Another code has taken its place.";
        return now.isBefore(end)
                ? new Rule("code_not_expired", true, "The code works until " + end + "." + instead)
                : new Rule("code_not_expired", false, "The code expired at " + end + "." + instead);
    }

    private static Rule launched(Campaign campaign) {
        return switch (campaign.state()) {
            case DRAFT -> new Rule("campaign_running", false, "The campaign is not launched yet.");
            case PAUSED -> new Rule("campaign_running", false, "The campaign is paused.");
            case ENDED, ARCHIVED -> new Rule("campaign_running", false, "The campaign was ended.");
            case SCHEDULED, RUNNING -> new Rule("campaign_running", true, "The campaign is launched.");
        };
    }

    private static Rule started(Campaign campaign, Instant now) {
        var started = !now.isBefore(campaign.startsAt());
        return new Rule(
                "campaign_started",
                started,
                (started ? "It started at " : "It starts at ") + campaign.startsAt() + ".");
    }

    private static Rule unended(Campaign campaign, Instant now) {
        if (campaign.endsAt().equals(Campaign.NO_END)) {
            return new Rule("campaign_not_over", true, "It has no end.");
        }
        var open = now.isBefore(campaign.endsAt());
        return new Rule("campaign_not_over", open, (open ? "It ends at " : "It ended at ") + campaign.endsAt() + ".");
    }

    private static List<Rule> limits(Limits limits, Used used, Campaign campaign) {
        var rules = new ArrayList<Rule>();
        if (limits.perCode() != Limits.NONE) {
            rules.add(uses("limit_per_code", "this code", used.code(), limits.perCode()));
        }
        if (limits.perCampaign() != Limits.NONE) {
            rules.add(uses("limit_per_campaign", "the campaign's codes", used.campaign(), limits.perCampaign()));
        }
        if (limits.budget() != Limits.NONE) {
            var budget = new Money(limits.budget(), campaign.currency());
            var spent = new Money(used.spent(), campaign.currency());
            rules.add(new Rule(
                    "budget",
                    used.spent() < limits.budget(),
                    "Discounts of " + spent.plain() + " of " + budget.plain() + " are given."));
        }
        return rules;
    }

    private static Rule uses(String rule, String of, long used, long most) {
        return new Rule(rule, used < most, used + " of " + most + " uses of " + of + " are taken.");
    }

    /** What depends on the order or its buyer and so can only be told. */
    private static List<Rule> conditions(Campaign campaign) {
        var rules = new ArrayList<Rule>();
        var limits = campaign.limits();
        if (limits.minimumOrder() > 0) {
            var minimum = new Money(limits.minimumOrder(), campaign.currency());
            rules.add(new Rule("minimum_order", true, "Only for orders of " + minimum.plain() + " or more."));
        }
        if (limits.firstOrderOnly()) {
            rules.add(new Rule("first_order_only", true, "Only for a customer's first order."));
        }
        for (var cap : limits.customerCaps()) {
            rules.add(new Rule(
                    "limit_per_customer",
                    true,
                    "Each customer at most " + cap.most() + " times per "
                            + cap.period().name().toLowerCase(Locale.ROOT) + "."));
        }
        return rules;
    }
}
