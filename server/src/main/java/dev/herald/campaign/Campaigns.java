package dev.herald.campaign;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignRules.Step;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Campaigns of a brand: made, changed, launched, paused, ended. */
public final class Campaigns {

    /**
     * What features above do for a campaign within its own transaction.
     *
     * @param advice the strategy for an objective, when the brand leaves it open
     * @param codesFirst keeps everybody else from the brand's codes, before a campaign's redemptions are stopped
     * @param blanketCode makes the campaign's own code, as wished or, for "", as it sees fit, and tells its display form
     * @param limitsChanged brings the counters in line with new limits, before another redemption is decided
     * @param rewardPlan reads a reward plan in a currency, noting its faults
     * @param rewardPlanned tells that from now on the campaign promises its reward plan, or none
     */
    public record Consequences(
            Function<Objective, Strategy> advice,
            Consumer<BrandId> codesFirst,
            BiFunction<Campaign, String, String> blanketCode,
            Consumer<Campaign> limitsChanged,
            BiConsumer<Input, Currency> rewardPlan,
            Consumer<Campaign> rewardPlanned) {}

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Consequences consequences;

    public Campaigns(Database db, Ids ids, InstantSource clock, Consequences consequences) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.consequences = consequences;
    }

    /** A draft from JSON; faults are refused with 422. */
    public CampaignDraft read(Input input) {
        return CampaignInput.draft(input, consequences.advice(), consequences.rewardPlan());
    }

    public Campaign create(BrandId brand, CampaignDraft draft) {
        return db.inBrand(brand.value(), tx -> {
            var store = new CampaignStore(tx);
            var id = new CampaignId(ids.next());
            store.insert(brand, id, draft, clock.instant());
            var campaign = store.find(brand, id).orElseThrow();
            if (campaign.reward() != null) {
                consequences.rewardPlanned().accept(campaign);
            }
            var wish = draft.blanketCode();
            return wish == null ? campaign : withBlanketCode(store, campaign, wish);
        });
    }

    public Optional<Campaign> find(BrandId brand, CampaignId id) {
        return db.inBrand(brand.value(), tx -> new CampaignStore(tx).find(brand, id));
    }

    /** The campaign, or a 404. */
    public Campaign get(BrandId brand, CampaignId id) {
        return find(brand, id).orElseThrow(() -> RequestRefused.notFound("campaign"));
    }

    /** Newest first. */
    public List<Campaign> list(BrandId brand, Page page) {
        return db.inBrand(brand.value(), tx -> new CampaignStore(tx).list(brand, page));
    }

    /** Campaigns of any of the brands that the connection's transaction sees. */
    public List<Campaign> find(Connection connection, List<Long> ids) {
        return Database.on(connection, tx -> new CampaignStore(tx).find(ids));
    }

    public Campaign launch(BrandId brand, CampaignId id) {
        return db.inBrand(brand.value(), _ -> {
            consequences.codesFirst().accept(brand);
            return step(brand, id, Step.LAUNCH);
        });
    }

    public Campaign pause(BrandId brand, CampaignId id) {
        return step(brand, id, Step.PAUSE);
    }

    public Campaign resume(BrandId brand, CampaignId id) {
        return step(brand, id, Step.RESUME);
    }

    public Campaign end(BrandId brand, CampaignId id) {
        return step(brand, id, Step.END);
    }

    /** Makes the campaign's own code if it has none; a campaign that gives each ambassador his own needs none. */
    public Campaign withBlanketCode(BrandId brand, CampaignId id) {
        return db.inBrand(brand.value(), tx -> {
            consequences.codesFirst().accept(brand);
            var store = new CampaignStore(tx);
            store.lockAgainstRedemptions(id);
            var campaign = get(brand, id);
            return campaign.blanketCode() == null ? withBlanketCode(store, campaign, "") : campaign;
        });
    }

    /** Once this returns, no redemption is decided by what was before. */
    public Campaign change(BrandId brand, CampaignId id, Input input) {
        return db.inBrand(brand.value(), tx -> {
            var store = new CampaignStore(tx);
            store.lockAgainstRedemptions(id);
            var before = get(brand, id);
            if (!CampaignRules.isOpen(before.state())) {
                throw refused(before, "changed");
            }
            store.update(brand, id, CampaignInput.change(input, before, consequences.rewardPlan()));
            var after = get(brand, id);
            if (!after.limits().equals(before.limits())) {
                consequences.limitsChanged().accept(after);
            }
            if (!Objects.equals(after.reward(), before.reward())
                    || !after.currency().equals(before.currency())) {
                consequences.rewardPlanned().accept(after);
            }
            return after;
        });
    }

    /** Does something while none of the campaign's redemptions is being decided; those that begin later see it. */
    public <T> T betweenRedemptions(BrandId brand, CampaignId id, Supplier<T> work) {
        return db.inBrand(brand.value(), tx -> {
            new CampaignStore(tx).lockAgainstRedemptions(id);
            return work.get();
        });
    }

    /** Shows another code as the campaign's own. */
    public void setBlanketCode(Campaign campaign, String display) {
        db.inBrand(campaign.brand().value(), tx -> {
            new CampaignStore(tx).setBlanketCode(campaign.brand(), campaign.id(), display);
            return display;
        });
    }

    /** Refuses with 409 if the campaign is over. */
    public void requireOpen(Campaign campaign) {
        if (!CampaignRules.isOpen(campaign.state())) {
            throw refused(campaign, "given codes");
        }
    }

    private Campaign step(BrandId brand, CampaignId id, Step step) {
        return db.inBrand(brand.value(), tx -> {
            var store = new CampaignStore(tx);
            store.lockAgainstRedemptions(id);
            var before = get(brand, id);
            var next = CampaignRules.after(before.state(), step)
                    .orElseThrow(() -> refused(
                            before,
                            switch (step) {
                                case LAUNCH -> "launched";
                                case PAUSE -> "paused";
                                case RESUME -> "resumed";
                                case END -> "ended";
                            }));
            store.setState(brand, id, next);
            var after = get(brand, id);
            var lacksCode = after.blanketCode() == null && after.strategy().sharesCode();
            return step == Step.LAUNCH && lacksCode ? withBlanketCode(store, after, "") : after;
        });
    }

    private Campaign withBlanketCode(CampaignStore store, Campaign campaign, String wish) {
        store.setBlanketCode(
                campaign.brand(), campaign.id(), consequences.blanketCode().apply(campaign, wish));
        return store.find(campaign.brand(), campaign.id()).orElseThrow();
    }

    private static RequestRefused refused(Campaign campaign, String participle) {
        var state = campaign.state().name().toLowerCase(Locale.ROOT);
        return new RequestRefused(
                409, "campaign_state", "A campaign that is " + state + " cannot be " + participle + ".");
    }
}
