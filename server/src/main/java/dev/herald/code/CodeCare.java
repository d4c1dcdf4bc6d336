package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What can become of a code in use: once a change returns, no redemption is decided by what was before. */
public final class CodeCare {

    public static final int USUAL_HONOURED_DAYS = 30;
    public static final int MOST_HONOURED_DAYS = 3_650;

    private final Campaigns campaigns;
    private final Codes codes;
    private final CodeIssuer issuer;
    private final InstantSource clock;

    public CodeCare(Campaigns campaigns, Codes codes, CodeIssuer issuer, InstantSource clock) {
        this.campaigns = campaigns;
        this.codes = codes;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Puts another code in the place of one, with the same owner and members.
     *
     * @param wish the new text, or "" for a fresh one of the same kind
     * @param honouredDays how long the old code still works
     */
    public Wish rotate(BrandId brand, PromoCode code, String wish, int honouredDays) {
        var campaign = campaigns.get(brand, code.campaign());
        campaigns.requireOpen(campaign);
        var until = clock.instant().plus(Duration.ofDays(honouredDays));
        return issuer.prepared(brand, () -> stopped(brand, code, () -> rotate(campaign, code, wish, until)));
    }

    private Wish rotate(Campaign campaign, PromoCode code, String wish, Instant until) {
        var outcome = issuer.rotate(campaign, code, wish, until);
        if (outcome instanceof Wish.Granted(var successor)
                && code.kind() == PromoCode.Kind.BLANKET
                && code.display().equals(campaign.blanketCode())) {
            campaigns.setBlanketCode(campaign, successor.display());
        }
        return outcome;
    }

    /** Ends a code for good. A second time changes nothing. */
    public PromoCode disable(BrandId brand, PromoCode code) {
        return stopped(brand, code, () -> {
            issuer.disable(brand, code);
            return codes.find(brand, code.id()).orElseThrow();
        });
    }

    /** Lets a code end at a time; it can only become earlier. */
    public PromoCode expire(BrandId brand, PromoCode code, Instant at) {
        return stopped(brand, code, () -> {
            issuer.expire(brand, code, at);
            return codes.find(brand, code.id()).orElseThrow();
        });
    }

    private <T> T stopped(BrandId brand, PromoCode code, Supplier<T> work) {
        return issuer.undisturbed(brand, _ -> campaigns.betweenRedemptions(brand, code.campaign(), work));
    }
}
