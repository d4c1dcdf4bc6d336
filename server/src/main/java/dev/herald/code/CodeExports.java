package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Csv;
import dev.herald.platform.Database;
import dev.herald.platform.Download;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hands a campaign's codes out as a file, for a spreadsheet, a printer or another system. */
public final class CodeExports {

    static final List<String> COLUMNS = List.of(
            "code",
            "text",
            "kind",
            "status",
            "separated",
            "ambassador_id",
            "ambassador",
            "created_at",
            "expires_at",
            "successor");

    private static final int AT_A_TIME = 10_000;

    /**
     * Which of a campaign's codes are wanted.
     *
     * @param job those that a job made; absent for all
     * @param separated those that are kept apart from others, or those that are not; absent for both
     */
    public record Choice(@Nullable Long job, @Nullable Boolean separated) {}

    private final Database db;

    public CodeExports(Database db) {
        this.db = db;
    }

    public Download of(Campaign campaign, Choice choice) {
        return new Download(
                fileName(campaign) + "-codes.csv",
                Csv.TYPE,
                out -> write(campaign.brand(), campaign.id(), choice, out));
    }

    /** Each part is a transaction of its own: whoever reads slowly holds neither a connection nor a snapshot. */
    private void write(BrandId brand, CampaignId campaign, Choice choice, OutputStream out) throws IOException {
        try (var csv = new Csv(out, ',')) {
            csv.row(COLUMNS);
            var after = 0L;
            while (true) {
                var from = after;
                var part = db.inBrand(
                        brand.value(), tx -> new CodeExportStore(tx).after(brand, campaign, choice, from, AT_A_TIME));
                part.forEach(code -> csv.row(code.cells()));
                if (part.size() < AT_A_TIME) {
                    return;
                }
                after = part.getLast().id();
            }
        }
    }

    /** The campaign's name as every system takes it. */
    static String fileName(Campaign campaign) {
        var words = String.join("-", LatinSpelling.words(campaign.name())).replaceAll("[^A-Z0-9-]", "");
        return words.isEmpty() ? campaign.id().toString() : words.toLowerCase(Locale.ROOT);
    }
}
