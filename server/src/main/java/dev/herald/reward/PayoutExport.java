package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.Ambassadors;
import dev.herald.money.Money;
import dev.herald.platform.Csv;
import dev.herald.platform.Download;
import dev.herald.platform.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hands a payout run out as CSV, for whoever carries the payments out. */
public final class PayoutExport {

    private static final List<String> COLUMNS =
            List.of("ambassador_id", "name", "email", "amount", "currency", "reference", "state");

    private final Payouts payouts;
    private final Ambassadors ambassadors;

    public PayoutExport(Payouts payouts, Ambassadors ambassadors) {
        this.payouts = payouts;
        this.ambassadors = ambassadors;
    }

    public Download of(BrandId brand, PayoutId id) {
        var payout = payouts.get(brand, id);
        return new Download(
                "payout-" + id.toString().substring(PayoutId.PREFIX.length()) + ".csv",
                Csv.TYPE,
                out -> write(brand, payout, out));
    }

    /** What a payment's state is called, here and over the API. */
    static String state(Payout payout, PayoutItem item) {
        return item.failure() != null
                ? "failed"
                : switch (payout.state()) {
                    case AWAITING_APPROVAL, APPROVED -> "paying";
                    case PAID, CANCELLED -> payout.state().name().toLowerCase(Locale.ROOT);
                };
    }

    private void write(BrandId brand, Payout payout, OutputStream out) throws IOException {
        try (var csv = new Csv(out, ',')) {
            csv.row(COLUMNS);
            var page = new Page(Page.MOST, Long.MAX_VALUE);
            while (true) {
                var found = payouts.items(brand, payout.id(), page);
                var part = found.subList(0, Math.min(found.size(), Page.MOST));
                var known = ambassadors.find(
                        brand, part.stream().map(PayoutItem::ambassador).toList());
                part.forEach(item -> csv.row(cells(payout, item, known.get(item.ambassador()))));
                if (found.size() <= Page.MOST) {
                    return;
                }
                page = new Page(Page.MOST, part.getLast().ambassador().value());
            }
        }
    }

    private static List<@Nullable String> cells(Payout payout, PayoutItem item, @Nullable Ambassador one) {
        return Arrays.asList(
                item.ambassador().toString(),
                one == null ? null : one.name(),
                one == null ? null : one.email(),
                new Money(item.amount(), payout.currency()).digits(),
                payout.currency().getCurrencyCode(),
                payout.id().toString(),
                state(payout, item));
    }
}
