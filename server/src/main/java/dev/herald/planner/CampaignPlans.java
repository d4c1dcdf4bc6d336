package dev.herald.planner;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Campaigns that are being planned: every step is kept, until a campaign is made of it or it is discarded. */
public final class CampaignPlans {

    private static final int MOST_SHOWN = 20;
    private static final int MOST_FIELDS = 300;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;

    public CampaignPlans(Database db, Ids ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** A plan into which nothing was typed; one that is there already is taken, so that asking twice leaves no second one. */
    public CampaignPlan open(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new PlanStore(tx).untouched(brand))
                .orElseGet(() -> create(brand, Map.of()));
    }

    public CampaignPlan create(BrandId brand, Map<String, String> typed) {
        return create(brand, typed, List.of());
    }

    /** @param chosen the ambassadors who take part, if they are chosen by name */
    public CampaignPlan create(BrandId brand, Map<String, String> typed, List<AmbassadorId> chosen) {
        var plan = new CampaignPlan(new CampaignPlan.Id(ids.next()), typed, null, clock.instant(), chosen.size());
        return db.inBrand(brand.value(), tx -> {
            new PlanStore(tx).insert(brand, plan, chosen);
            return plan;
        });
    }

    /** The ambassadors who were chosen for a plan by name, in the order in which they were chosen. */
    public List<AmbassadorId> chosen(BrandId brand, CampaignPlan.Id id) {
        return db.inBrand(brand.value(), tx -> new PlanStore(tx).chosen(brand, id));
    }

    /** The plan, or a 404. */
    public CampaignPlan get(BrandId brand, CampaignPlan.Id id) {
        return db.inBrand(brand.value(), tx -> new PlanStore(tx).find(brand, id))
                .orElseThrow(CampaignPlans::unknown);
    }

    /** Those of which no campaign was made yet, the newest first. */
    public List<CampaignPlan> unfinished(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new PlanStore(tx).unfinished(brand, MOST_SHOWN));
    }

    /** What a campaign was made of; empty if it was made otherwise. */
    public Optional<CampaignPlan> of(BrandId brand, CampaignId campaign) {
        return db.inBrand(brand.value(), tx -> new PlanStore(tx).of(brand, campaign));
    }

    /** Keeps what was typed; a plan that is a campaign by now stays as it was. */
    public CampaignPlan save(BrandId brand, CampaignPlan.Id id, UnaryOperator<Map<String, String>> change) {
        return db.inBrand(brand.value(), tx -> {
            var store = new PlanStore(tx);
            var plan = store.lock(brand, id).orElseThrow(CampaignPlans::unknown);
            if (plan.campaign() != null) {
                return plan;
            }
            var typed = change.apply(new LinkedHashMap<>(plan.typed()));
            if (typed.size() > MOST_FIELDS || !typed.values().stream().allMatch(Input::isStorable)) {
                throw new RequestRefused(422, "invalid_request", "The form has signs in it that cannot be kept.");
            }
            store.save(brand, id, typed, clock.instant());
            return store.find(brand, id).orElseThrow();
        });
    }

    /** Makes the campaign, once: whoever asks again, or at the same time, is told the same campaign. */
    public CampaignId finish(BrandId brand, CampaignPlan.Id id, Function<CampaignPlan, CampaignId> launch) {
        return db.inBrand(brand.value(), tx -> {
            var store = new PlanStore(tx);
            var plan = store.lock(brand, id).orElseThrow(CampaignPlans::unknown);
            if (plan.campaign() != null) {
                return plan.campaign();
            }
            var campaign = launch.apply(plan);
            store.finish(brand, id, campaign);
            return campaign;
        });
    }

    /** Drops a plan of which no campaign was made; a second time changes nothing. */
    public void discard(BrandId brand, CampaignPlan.Id id) {
        db.inBrand(brand.value(), tx -> {
            new PlanStore(tx).delete(brand, id);
            return id;
        });
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("plan");
    }
}
