package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.code.Enrollment;
import dev.herald.code.PromoCode;
import dev.herald.share.Links;
import dev.herald.share.ShortLink;
import java.time.InstantSource;
import java.util.Optional;

/** Finds what short links lead to. A link that is unknown and one whose campaign is not launched look the same. */
public final class SharedOffers {

    private final Access access;
    private final Campaigns campaigns;
    private final Codes codes;
    private final Links links;
    private final InstantSource clock;

    public SharedOffers(Access access, Campaigns campaigns, Codes codes, Links links, InstantSource clock) {
        this.access = access;
        this.campaigns = campaigns;
        this.codes = codes;
        this.links = links;
        this.clock = clock;
    }

    Optional<SharedOffer> find(String slug) {
        return links.find(slug).flatMap(this::offer);
    }

    private Optional<SharedOffer> offer(ShortLink link) {
        var campaign = campaigns.get(link.brand(), link.campaign());
        if (campaign.state() == Campaign.State.DRAFT) {
            return Optional.empty();
        }
        return code(link, campaign)
                .flatMap(code -> access.brand(link.brand())
                        .map(brand -> new SharedOffer(brand, link, campaign, code, clock.instant())));
    }

    /** The code that the link applies now: it may be another than the one it was made for. */
    private Optional<PromoCode> code(ShortLink link, Campaign campaign) {
        var enrollment = link.enrollment();
        if (enrollment != null) {
            return codes.enrollment(link.brand(), enrollment).map(Enrollment::code);
        }
        var blanket = campaign.blanketCode();
        return blanket == null
                ? Optional.empty()
                : codes.resolve(link.brand(), blanket).flatMap(code -> codes.find(link.brand(), code.id()));
    }
}
