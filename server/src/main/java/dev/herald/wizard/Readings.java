package dev.herald.wizard;

import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Frame;
import dev.herald.planner.CampaignPlan;

/** Reads plans as they stand now. */
final class Readings {

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final CodeStep codes;

    Readings(Frame frame, Campaigns campaigns, Ambassadors ambassadors, CodeStep codes) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.codes = codes;
    }

    /** With every fault of every step found. */
    Reading checked(Brand brand, CampaignPlan plan) {
        var defaults = PlanDefaults.of(brand, ambassadors.reach(brand.id()), frame.now());
        var reading = new Reading(brand, campaigns, frame.now(), plan, defaults);
        reading.advice();
        checkChoice(reading);
        checkReward(reading);
        codes.look(brand, reading);
        reading.preview().ifPresent(reading::captions);
        return reading;
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

    static void checkReward(Reading reading) {
        if (reading.value("reward.type").equals("percent")
                && reading.reward().percent().signum() == 0) {
            reading.refuse("reward.value", "Write a share of up to 100 percent.");
        }
    }
}
