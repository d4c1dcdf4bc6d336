package dev.herald.wizard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Frame;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.Experiences;
import dev.herald.planner.Recommendation;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads plans as they stand now. */
final class Readings {

    private static final int MOST_REMEMBERED = 500;

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final CodeStep codes;
    private final Experiences experiences;

    /** Advice takes a tenth of a second, and every look at a plan asks for it. */
    private final Map<String, Recommendation> advised = new ConcurrentHashMap<>();

    Readings(Frame frame, Campaigns campaigns, Ambassadors ambassadors, CodeStep codes, Experiences experiences) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.experiences = experiences;
    }

    /** With every fault of every step found. */
    Reading checked(Brand brand, CampaignPlan plan) {
        var defaults = PlanDefaults.of(brand, ambassadors.reach(brand.id()), plan.chosen(), frame.now());
        var reading = new Reading(
                brand, campaigns, frame.now(), (json, currency) -> advise(brand.id(), json, currency), plan, defaults);
        reading.advice();
        checkChoice(reading);
        checkTier(reading);
        checkReward(reading);
        codes.check(brand, reading);
        reading.preview().ifPresent(reading::captions);
        return reading;
    }

    private Recommendation advise(BrandId brand, ObjectNode plan, Currency currency) {
        var json = Json.bytes(plan);
        var key = brand + currency.getCurrencyCode() + new String(json, StandardCharsets.UTF_8);
        var known = advised.get(key);
        if (known != null) {
            return known;
        }
        var advice = Recommendation.of(Input.of(json), brand, currency, experiences);
        if (advised.size() >= MOST_REMEMBERED) {
            advised.clear();
        }
        advised.put(key, advice);
        return advice;
    }

    /** Whoever knows better says why, so that the campaign's page can tell it later. */
    static void checkChoice(Reading reading) {
        var advice = reading.advice();
        if (advice.isPresent()
                && !reading.value("strategy").isEmpty()
                && advice.get().strategy() != reading.strategy()
                && reading.value("reason").isEmpty()) {
            reading.refuse("reason", "Say in a few words why, so that everybody understands it later.");
        }
    }

    static void checkTier(Reading reading) {
        var typed = reading.value("tier");
        if (!typed.isEmpty() && reading.typedTier().isEmpty()) {
            reading.refuse("tier", "Write a share of up to 100 percent, such as 10.");
        }
    }

    static void checkReward(Reading reading) {
        if (reading.value("reward.type").equals("percent")
                && reading.reward().percent().signum() == 0) {
            reading.refuse("reward.value", "Write a share of up to 100 percent.");
        }
    }
}
