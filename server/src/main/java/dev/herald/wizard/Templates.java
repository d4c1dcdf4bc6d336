package dev.herald.wizard;

import dev.herald.access.Brand;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.CampaignPlans;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans another campaign like one that is there. */
final class Templates {

    /** The times and the code of the old one are left out: they are what differs for sure. */
    private static final List<String> ITS_OWN =
            List.of("starts_at", "ends_at", "pick", "blanket_code", "advised", "advised.sure");

    private final CampaignPlans plans;

    Templates(CampaignPlans plans) {
        this.plans = plans;
    }

    /** For the same people. */
    CampaignPlan again(Brand brand, Campaign campaign) {
        var chosen = plans.of(brand.id(), campaign.id())
                .map(plan -> plans.chosen(brand.id(), plan.id()))
                .orElse(List.of());
        return plans.create(brand.id(), fields(brand, campaign), chosen);
    }

    /** For these people. */
    CampaignPlan with(Brand brand, Campaign campaign, List<AmbassadorId> chosen) {
        var fields = fields(brand, campaign);
        fields.put("members", "chosen");
        fields.put("ambassadors", Integer.toString(chosen.size()));
        fields.putIfAbsent("reason", "As in " + campaign.name() + ".");
        return plans.create(brand.id(), fields, chosen);
    }

    private Map<String, String> fields(Brand brand, Campaign campaign) {
        var fields = new LinkedHashMap<String, String>();
        plans.of(brand.id(), campaign.id()).map(CampaignPlan::typed).ifPresent(fields::putAll);
        fields.putAll(CampaignFields.of(brand, campaign));
        ITS_OWN.forEach(fields::remove);
        fields.keySet().removeIf(field -> field.startsWith("done."));
        fields.put("name", campaign.name() + " again");
        return fields;
    }
}
