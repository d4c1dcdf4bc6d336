package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.platform.Database;
import dev.herald.platform.Json;
import dev.herald.platform.Page;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The redemptions of a brand as its staff looks through them, however many there are. */
public final class RedemptionSearches {

    /** How many rows a page may look at where some have to be passed over: a few hundredths of a second. */
    static final int LOOKED_AT = 1_000;

    private final Database db;
    private final InstantSource clock;
    private final Campaigns campaigns;
    private final Codes codes;

    public RedemptionSearches(Database db, InstantSource clock, Campaigns campaigns, Codes codes) {
        this.db = db;
        this.clock = clock;
        this.campaigns = campaigns;
        this.codes = codes;
    }

    /**
     * One page, newest first.
     *
     * @param next the id below which it goes on; 0 if there is no more
     * @param cutShort whether looking ended before the page was full, with more to look at
     */
    public record Found(List<RedemptionLine> lines, long next, boolean cutShort) {

        public Found {
            lines = List.copyOf(lines);
        }
    }

    /** One redemption with all that became of it, the oldest reversal first. */
    public record Entry(RedemptionLine line, List<Reversal> reversals) {

        public Entry {
            reversals = List.copyOf(reversals);
        }
    }

    public Found find(Brand brand, RedemptionQuery query, Page page) {
        var wanted = query.below(page.before());
        var most = wanted.needsLooking() ? LOOKED_AT : page.fetch();
        return db.inBrand(brand.id().value(), tx -> {
            var store = new RedemptionSearchStore(tx, brand.id());
            var ids = ids(store, brand, wanted, most);
            var lines = store.lines(ids).stream().filter(wanted::wants).toList();
            if (lines.size() > page.limit()) {
                var shown = lines.subList(0, page.limit());
                return new Found(shown, shown.getLast().redemption().id().value(), false);
            }
            return ids.size() < most ? new Found(lines, 0, false) : new Found(lines, ids.getLast(), true);
        });
    }

    private static List<Long> ids(RedemptionSearchStore store, Brand brand, RedemptionQuery query, int most) {
        if (query.order() != null) {
            return store.ofOrder(Redemptions.hash(brand, query.order())).stream()
                    .limit(most - 1L)
                    .toList();
        }
        if (query.code() != null) {
            return store.ofCode(query.code(), query, most);
        }
        if (query.ambassador() != null) {
            return store.ofAmbassador(query.ambassador(), query.campaign(), query, most);
        }
        if (query.reversed()) {
            return store.reversed(query, most);
        }
        return query.campaign() == null ? store.all(query, most) : store.ofCampaign(query.campaign(), query, most);
    }

    public Optional<Entry> entry(Brand brand, RedemptionId id) {
        return db.inBrand(brand.id().value(), tx -> {
            var store = new RedemptionSearchStore(tx, brand.id());
            return store.lines(List.of(id.value())).stream()
                    .findFirst()
                    .map(line -> new Entry(line, store.reversalsOf(id)));
        });
    }

    /** What a reversal would do at this moment; changes nothing. */
    public Foresight foresee(ReversalAttempt attempt, List<Reversal> earlier) {
        var redemption = attempt.redemption();
        var policy = campaigns.get(redemption.brand(), redemption.campaign()).reversals();
        return switch (ReversalRules.decide(attempt, earlier, policy, clock.instant())) {
            case ReversalRules.Effect(var amount, var discount, var complete, var slot, var turn) ->
                new Foresight.Possible(amount, discount, complete, slot, turn);
            case ReversalRules.Decision.AlreadyReversed() -> new Foresight.NothingStands();
            case ReversalRules.Decision.Exceeds(var standing) -> new Foresight.TooMuch(standing);
            case ReversalRules.Decision.WindowOver(var days) -> new Foresight.WindowOver(days);
        };
    }

    /** A redemption as the API shows it. */
    public String json(Redemption redemption) {
        return Json.pretty(RedemptionView.of(redemption, codes.known(redemption.brand(), redemption.codeId())));
    }

    /** A reversal as the API shows it. */
    public String json(Reversal reversal, Redemption of) {
        return Json.pretty(OutcomeAnswers.ReversalView.of(reversal, of.currency()));
    }
}
