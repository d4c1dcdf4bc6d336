package dev.herald.portal;

import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.code.PromoCode;
import dev.herald.share.ShopAddress;
import dev.herald.share.ShortLink;
import java.time.Instant;
import java.util.Optional;

/** What a short link leads to: an offer with its code, as it stands at this moment. */
record SharedOffer(Brand brand, ShortLink link, Campaign campaign, PromoCode code, Instant now) {

    /** What a buyer sees of a campaign. A code that is gone ends the offer for him. */
    Campaign.State state() {
        var state = campaign.shownState(now);
        return state == Campaign.State.ARCHIVED || !code.isLive(now) ? Campaign.State.ENDED : state;
    }

    boolean isOpen() {
        return state() == Campaign.State.RUNNING;
    }

    /**
     * The shop with the code in place; empty if it would refuse the code, or nobody knows where it is.
     *
     * @param click what the shop is to hand back of the click that leads there
     */
    Optional<String> shop(String click) {
        var look = brand.look();
        return isOpen() && !look.shop().isEmpty()
                ? Optional.of(new ShopAddress(look.shop(), look.parameter()).with(code.display(), click))
                : Optional.empty();
    }
}
