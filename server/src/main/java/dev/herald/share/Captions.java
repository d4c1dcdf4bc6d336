package dev.herald.share;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import java.util.Comparator;

/** Texts to post, per campaign and platform: the brand's own, or else good ones in its language. */
public final class Captions {

    private final Database db;
    private final Ids ids;

    public Captions(Database db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /** What a campaign offers to post. */
    public CampaignCaptions of(Brand brand, Campaign campaign) {
        var defaults = defaults(brand);
        return db.inBrand(brand.id().value(), tx -> {
            var store = new CaptionStore(tx);
            var own = store.templates(brand.id(), campaign.id());
            var tag = store.tag(brand.id(), campaign.id()).orElse(defaults.tag());
            return own.isEmpty()
                    ? new CampaignCaptions(defaults.templates(), tag, false)
                    : new CampaignCaptions(own, tag, true);
        });
    }

    /** What a campaign offers whose captions nobody wrote. */
    public static CampaignCaptions defaults(Brand brand) {
        return DefaultCaptions.in(words(brand).language());
    }

    /** Reads captions for a campaign from JSON; faults are refused with 422. */
    public static CampaignCaptions read(Input in, Brand brand, Campaign campaign) {
        return CaptionInput.read(in, defaults(brand), values(brand, campaign, "", "", ""));
    }

    /**
     * What fills a campaign's captions.
     *
     * @param name of whoever posts
     * @param link that leads to the shop, or ""
     */
    public static CaptionValues values(Brand brand, Campaign campaign, String code, String name, String link) {
        var words = words(brand);
        return new CaptionValues(
                code, words.offer(campaign), brand.name(), name, link, words.until(campaign, brand.zone()));
    }

    /** Puts these in the place of the campaign's captions; Herald's own are not stored, so that they may improve. */
    public void save(BrandId brand, CampaignId campaign, CampaignCaptions captions) {
        db.inBrand(brand.value(), tx -> {
            var store = new CaptionStore(tx);
            store.setTag(brand, campaign, captions.tag());
            store.clear(brand, campaign);
            if (captions.own()) {
                captions.templates().stream()
                        .sorted(Comparator.comparing(CaptionTemplate::platform))
                        .forEach(template -> store.insert(brand, campaign, ids.next(), template));
            }
            return captions;
        });
    }

    private static CaptionWords words(Brand brand) {
        return new CaptionWords(brand.look().locale());
    }
}
