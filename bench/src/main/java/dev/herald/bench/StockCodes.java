package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.campaign.CampaignId;
import dev.herald.code.RandomCodes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;

/** Writes a new brand's codes, each of an ambassador of its own; its number is the ambassador's too. */
final class StockCodes {

    private static final int LENGTH = 12;

    private StockCodes() {}

    static void make(Connection database, Brand brand, List<CampaignId> campaigns, int each) throws SQLException {
        var id = brand.id().value();
        var number = campaigns.size() * each;
        try (var rows = new CopyRows(database, "ambassador", "brand_id, ambassador_id, name")) {
            for (int i = 0; i < number; i++) {
                rows.add(id, i + 1, "Ambassador " + i);
            }
        }
        // A bench's codes may be guessed: the same ones each time make runs alike.
        var random = new SplittableRandom(1);
        try (var rows = new CopyRows(
                database,
                "code",
                "brand_id, code_id, campaign_id, ambassador_id, kind, text, display, skeleton, separated")) {
            for (int i = 0; i < number; i++) {
                var text = RandomCodes.next(random, LENGTH);
                rows.add(
                        id,
                        i + 1,
                        campaigns.get(i / each).value(),
                        i + 1,
                        "unique",
                        text.canonical(),
                        text.display(),
                        text.skeleton(),
                        false);
            }
        }
    }
}
