package dev.herald.wizard;

import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Memberships;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.CampaignPlans;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.share.Captions;

/** Makes campaigns of plans: everything or nothing, and once, however often it is asked for. */
final class Launches {

    private final CampaignPlans plans;
    private final Campaigns campaigns;
    private final Captions captions;
    private final Memberships memberships;

    Launches(CampaignPlans plans, Campaigns campaigns, Captions captions, Memberships memberships) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.captions = captions;
        this.memberships = memberships;
    }

    /** Makes the campaign, lets its codes work from its start on, and makes its ambassadors members. */
    CampaignId launch(Brand brand, CampaignPlan.Id id, Reading reading) {
        return plans.finish(brand.id(), id, _ -> {
            note(brand, id, reading);
            var campaign = create(brand, reading);
            campaigns.launch(brand.id(), campaign.id());
            enroll(campaign, reading);
            return campaign.id();
        });
    }

    private void enroll(Campaign campaign, Reading reading) {
        var pattern = CodeStep.pattern(reading);
        switch (reading.members()) {
            case EVERYBODY -> memberships.enrollEverybody(campaign, pattern);
            case CHOSEN ->
                memberships.enroll(
                        campaign, plans.chosen(campaign.brand(), reading.plan().id()), pattern);
            case NOBODY -> {}
        }
    }

    /** Makes the campaign as a draft, which nobody is a member of. */
    CampaignId keep(Brand brand, CampaignPlan.Id id, Reading reading) {
        return plans.finish(brand.id(), id, _ -> {
            note(brand, id, reading);
            return create(brand, reading).id();
        });
    }

    /** What was advised on that day, because the next version of the model may advise something else. */
    private void note(Brand brand, CampaignPlan.Id id, Reading reading) {
        reading.advice()
                .ifPresent(advice -> plans.save(brand.id(), id, typed -> {
                    typed.put("advised", Choices.word(advice.strategy()));
                    typed.put("advised.sure", Math.round(advice.confidence() * 100) + "%");
                    return typed;
                }));
    }

    private Campaign create(Brand brand, Reading reading) {
        var typed = new Typed(reading.form().typed(), brand);
        var json = typed.campaign(reading.strategy(), reading.tier());
        var wish = CodeStep.wish(reading);
        if (reading.strategy().sharesCode() && !wish.isEmpty()) {
            json.put("blanket_code", wish);
        }
        var campaign = campaigns.create(brand.id(), campaigns.read(Input.of(Json.bytes(json))));
        reading.captions(campaign)
                .filter(own ->
                        own.own() || !own.tag().equals(Captions.defaults(brand).tag()))
                .ifPresent(own -> captions.save(brand.id(), campaign.id(), own));
        return campaign;
    }
}
