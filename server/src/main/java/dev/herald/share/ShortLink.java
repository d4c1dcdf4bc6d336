package dev.herald.share;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.Enrollment;
import org.jspecify.annotations.Nullable;

/**
 * A short address that applies a campaign's code at the shop.
 *
 * @param slug eight small letters and digits
 * @param enrollment whose link it is; absent for the brand's own
 */
public record ShortLink(
        long id, String slug, BrandId brand, CampaignId campaign, Enrollment.@Nullable Id enrollment, Channel channel) {

    public ShortLink {
        if ((channel == Channel.AMBASSADOR) != (enrollment != null)) {
            throw new IllegalArgumentException("A link is an ambassador's or the brand's own");
        }
    }

    /** Where it is followed. */
    public String path() {
        return "/r/" + slug;
    }

    /** Where its offer can be read. */
    public String page() {
        return "/c/" + slug;
    }
}
