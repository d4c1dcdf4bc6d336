package dev.herald.attribution;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.code.Codes;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.redemption.Redemption;
import dev.herald.redemption.SharedUses;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** "Who told you about us?": what buyers answer. */
public final class Surveys {

    /** So often an answer about one redemption can be changed; more is not a buyer's doing. */
    static final int MOST_OF_ONE = 20;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Codes codes;
    private final Ambassadors ambassadors;
    private final SharedUses uses;

    public Surveys(Database db, Ids ids, InstantSource clock, Codes codes, Ambassadors ambassadors, SharedUses uses) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.codes = codes;
        this.ambassadors = ambassadors;
        this.uses = uses;
    }

    /** Keeps an answer; false if too many were given before. */
    public boolean answer(Redemption redemption, SurveyAnswer answer) {
        return db.inBrand(redemption.brand().value(), tx -> {
            var store = new SurveyStore(tx, redemption.brand());
            store.lock(redemption.id());
            if (store.count(redemption.campaign(), redemption.id()) >= MOST_OF_ONE) {
                return false;
            }
            store.insert(
                    redemption.campaign(), ids.next(), new SurveyAnswer.Of(redemption.id(), answer), clock.instant());
            return true;
        });
    }

    /** Keeps what somebody typed on a public page, if the order is one of the campaign's; tells nobody whether it was. */
    public void answer(Brand brand, Campaign campaign, String reference, String name) {
        uses.ofOrder(brand, campaign.id(), reference)
                .ifPresent(redemption -> answer(redemption, typed(brand.id(), campaign.id(), name)));
    }

    /** The same of a buyer whom nobody told. */
    public void answerNobody(Brand brand, Campaign campaign, String reference) {
        uses.ofOrder(brand, campaign.id(), reference)
                .ifPresent(redemption -> answer(redemption, new SurveyAnswer.Nobody()));
    }

    /** Whom a text means, of those who share the campaign's code. */
    public SurveyAnswer typed(BrandId brand, CampaignId campaign, String name) {
        var sharers = List.copyOf(codes.sharers(brand, campaign));
        return SurveyAnswer.typed(
                name,
                ambassadors.find(brand, sharers).values().stream()
                        .map(one -> new SurveyAnswer.Candidate(
                                one.id(), one.name(), Objects.requireNonNullElse(one.handle(), "")))
                        .toList());
    }

    List<SurveyAnswer.Of> latest(Campaign campaign) {
        return db.inBrand(campaign.brand().value(), tx -> new SurveyStore(tx, campaign.brand()).latest(campaign.id()));
    }
}
