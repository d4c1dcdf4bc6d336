package dev.herald.reward;

import dev.herald.campaign.CampaignId;
import dev.herald.platform.Csv;
import dev.herald.platform.Download;
import dev.herald.redemption.RedemptionId;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hands the entries of a statement out as CSV. */
public final class StatementExport {

    private static final List<String> COLUMNS =
            List.of("posted_at", "entry_id", "kind", "amount", "currency", "campaign_id", "redemption_id", "payout_id");

    private StatementExport() {}

    public static Download of(YearMonth month, List<Statement> statements) {
        return new Download("statement-" + month + ".csv", Csv.TYPE, out -> write(statements, out));
    }

    private static void write(List<Statement> statements, OutputStream out) throws IOException {
        try (var csv = new Csv(out, ',')) {
            csv.row(COLUMNS);
            for (var statement : statements) {
                statement.moves().forEach(entry -> csv.row(cells(entry)));
            }
        }
    }

    private static List<@Nullable String> cells(LedgerEntry one) {
        var digits = Currency.getInstance(one.currency()).getDefaultFractionDigits();
        return Arrays.asList(
                one.postedAt().toString(),
                one.shownId(),
                one.kind().name().toLowerCase(Locale.ROOT),
                BigDecimal.valueOf(Statement.change(one), digits).toPlainString(),
                one.currency(),
                one.campaign() == 0 ? null : new CampaignId(one.campaign()).toString(),
                one.redemption() == 0 ? null : new RedemptionId(one.redemption()).toString(),
                one.payout() == 0 ? null : one.shownPayout());
    }
}
