package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.money.Money;
import dev.herald.platform.Csv;
import dev.herald.platform.Download;
import dev.herald.platform.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands a list of redemptions out as CSV, however long it is. */
public final class RedemptionExport {

    private static final List<String> COLUMNS = List.of(
            "id",
            "redeemed_at",
            "placed_at",
            "order_reference",
            "code",
            "campaign_id",
            "campaign",
            "ambassador_id",
            "ambassador",
            "currency",
            "amount",
            "shipping",
            "discount",
            "reversed_amount",
            "state",
            "first_order",
            "region",
            "age_band",
            "tags",
            "corrected_from");

    private final RedemptionSearches searches;

    public RedemptionExport(RedemptionSearches searches) {
        this.searches = searches;
    }

    public Download of(Brand brand, RedemptionQuery query) {
        return new Download("redemptions.csv", Csv.TYPE, out -> write(brand, query, out));
    }

    /** Each part is a transaction of its own: whoever reads slowly holds neither a connection nor a snapshot. */
    private void write(Brand brand, RedemptionQuery query, OutputStream out) throws IOException {
        try (var csv = new Csv(out, ',')) {
            csv.row(COLUMNS);
            var before = query.before();
            while (before > 0) {
                var part = searches.find(brand, query, new Page(Page.MOST, before));
                part.lines().forEach(line -> csv.row(cells(line)));
                before = part.next();
            }
        }
    }

    private static List<@Nullable String> cells(RedemptionLine line) {
        var one = line.redemption();
        var currency = Currency.getInstance(one.currency());
        return Arrays.asList(
                one.id().toString(),
                one.redeemedAt().toString(),
                one.placedAt().toString(),
                one.orderReference(),
                line.code(),
                one.campaign().toString(),
                one.campaignName(),
                one.ambassador() == null ? null : one.ambassador().toString(),
                one.ambassadorName(),
                one.currency(),
                new Money(one.amount(), currency).digits(),
                new Money(one.shipping(), currency).digits(),
                new Money(one.discount(), currency).digits(),
                new Money(line.undone(), currency).digits(),
                line.complete() ? "reversed" : line.isReversed() ? "partly_reversed" : "standing",
                String.valueOf(one.firstOrder()),
                one.region(),
                one.ageBand(),
                String.join(" ", one.tags()),
                one.correctedFrom());
    }
}
