package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.code.PromoCode;
import dev.herald.platform.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Tells a brand's own people about a code what the shopper is not told. */
public final class CodeChecks {

    private final Database db;
    private final InstantSource clock;
    private final Codes codes;
    private final Campaigns campaigns;

    public CodeChecks(Database db, InstantSource clock, Codes codes, Campaigns campaigns) {
        this.db = db;
        this.clock = clock;
        this.codes = codes;
        this.campaigns = campaigns;
    }

    /** Empty if there is no such code. */
    public Optional<CodeCheck> check(BrandId brand, String typed) {
        return codes.resolve(brand, typed)
                .map(known -> db.inBrand(brand.value(), tx -> {
                    var code = codes.find(brand, known.id()).orElseThrow();
                    var campaign = campaigns.get(brand, code.campaign());
                    var store = new CodeCheckStore(tx);
                    var now = clock.instant();
                    return new CodeCheck(
                            code,
                            campaign,
                            campaign.shownState(now),
                            store.ownerName(brand, code.id()).orElse(null),
                            CodeCheckRules.check(code, campaign, store.used(brand, code), now));
                }));
    }

    /** What a text that is no code was probably meant to be; empty if nothing comes into question, or several do. */
    public List<PromoCode> meant(BrandId brand, String typed) {
        return codes.meant(brand, typed).map(Codes.Meant::code).stream().toList();
    }
}
