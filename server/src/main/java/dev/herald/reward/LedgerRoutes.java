package dev.herald.reward;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Answer;
import dev.herald.platform.Requests;
import dev.herald.redemption.RedemptionId;
import dev.herald.redemption.ReversalId;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An ambassador's ledger over HTTP. */
public final class LedgerRoutes implements HttpService {

    private final Gate gate;
    private final Ambassadors ambassadors;
    private final Rewards rewards;

    public LedgerRoutes(Gate gate, Ambassadors ambassadors, Rewards rewards) {
        this.gate = gate;
        this.ambassadors = ambassadors;
        this.rewards = rewards;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/ambassadors/{id}/ledger", gate.reads(Scope.ADMIN, this::ledger));
    }

    /** A balance; unlike Money, what is due may be below zero. */
    record Amount(long amount, String currency) {}

    record BalancesView(Amount earned, Amount held, Amount due, Amount paying, Amount paid) {

        static BalancesView of(Balances one) {
            return new BalancesView(
                    new Amount(one.earned(), one.currency()),
                    new Amount(one.held(), one.currency()),
                    new Amount(one.due(), one.currency()),
                    new Amount(one.paying(), one.currency()),
                    new Amount(one.paid(), one.currency()));
        }
    }

    record EntryView(
            String id,
            String kind,
            String debit,
            String credit,
            Amount amount,
            @Nullable CampaignId campaign,
            @Nullable RedemptionId redemption,
            @Nullable ReversalId reversal,
            @Nullable String payout,
            @Nullable Integer estimate,
            @Nullable Instant dueAt,
            Instant postedAt) {

        static EntryView of(LedgerEntry one) {
            return new EntryView(
                    one.shownId(),
                    word(one.kind()),
                    word(one.debit()),
                    word(one.credit()),
                    new Amount(one.amount(), one.currency()),
                    one.campaign() == 0 ? null : new CampaignId(one.campaign()),
                    one.redemption() == 0 ? null : new RedemptionId(one.redemption()),
                    one.reversal() == 0 ? null : new ReversalId(one.reversal()),
                    one.payout() == 0 ? null : one.shownPayout(),
                    one.estimate() == 0 ? null : one.estimate(),
                    one.terms() == null ? null : one.terms().dueAt(),
                    one.postedAt());
        }
    }

    /** @param next what to send as {@code after} for the following page; absent on the last */
    record LedgerView(
            List<BalancesView> balances,
            List<EntryView> data,
            boolean hasMore,
            @Nullable String next) {}

    private Answer ledger(Caller caller, ServerRequest request) {
        var id = new AmbassadorId(Requests.id(request, "id", AmbassadorId.PREFIX, "ambassador"));
        var ambassador = ambassadors.get(caller.brandId(), id).id();
        var page = Requests.page(request, LedgerEntry.PREFIX);
        var entries = rewards.entries(caller.brandId(), ambassador, page);
        var listing = page.listing(entries, EntryView::of, LedgerEntry::shownId);
        var balances = rewards.balances(caller.brandId(), ambassador);
        return Answer.ok(new LedgerView(
                balances.stream().map(BalancesView::of).toList(), listing.data(), listing.hasMore(), listing.next()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
