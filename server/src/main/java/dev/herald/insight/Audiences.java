package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.insight.AudienceStore.Sides;
import dev.herald.platform.Csv;
import dev.herald.platform.Database;
import dev.herald.platform.Download;
import java.util.List;
import java.util.Locale;

/** Who responds to a campaign or to an ambassador, against the brand's other redemptions. Reads rollups only. */
public final class Audiences {

    private static final List<String> COLUMNS = List.of(
            "dimension",
            "segment",
            "text",
            "redemptions",
            "share",
            "reference_share",
            "lift",
            "lift_low",
            "lift_high",
            "p_value",
            "q_value",
            "significant");

    private static final long NONE = 0;

    /** More tell nothing more, and a page would be slow. */
    private static final int MOST_MEMBERS = 10_000;

    private final Database db;
    private final SegmentJob segments;

    public Audiences(Database db, SegmentJob segments) {
        this.db = db;
        this.segments = segments;
    }

    /** A campaign, against all other campaigns of the brand. */
    public Audience of(BrandId brand, CampaignId campaign) {
        return compare(brand, new Sides(NONE, campaign.value(), NONE));
    }

    /** An ambassador in a campaign, against the rest of the same campaign. */
    public Audience of(BrandId brand, CampaignId campaign, AmbassadorId ambassador) {
        return compare(brand, new Sides(ambassador.value(), campaign.value(), campaign.value()));
    }

    /** An ambassador in all campaigns, against the brand's other redemptions. */
    public Audience of(BrandId brand, AmbassadorId ambassador) {
        return compare(brand, new Sides(ambassador.value(), NONE, NONE));
    }

    /** What is known of the members who brought more than the middle one, against the others. Ambassadors are counted. */
    public Audience ofMembers(BrandId brand, CampaignId campaign) {
        return MemberRules.compare(
                db.inBrand(brand.value(), tx -> new AudienceStore(tx, brand).members(campaign, MOST_MEMBERS)));
    }

    private Audience compare(BrandId brand, Sides sides) {
        var complete = segments.catchUp(brand);
        var counts = db.inBrand(brand.value(), tx -> new AudienceStore(tx, brand).counts(sides));
        return AudienceRules.compare(counts.here(), counts.all(), complete);
    }

    /** Every segment that was compared, as a file. */
    public Download file(Audience audience) {
        return new Download("audience.csv", Csv.TYPE, out -> {
            try (var csv = new Csv(out, ',')) {
                csv.row(COLUMNS);
                audience.findings().forEach(one -> csv.row(cells(one)));
            }
        });
    }

    private static List<String> cells(Finding one) {
        return List.of(
                one.segment().dimension().word(),
                one.segment().label(),
                one.text(),
                Long.toString(one.redemptions()),
                decimal(one.share()),
                decimal(one.referenceShare()),
                decimal(one.lift()),
                decimal(one.low()),
                decimal(one.high()),
                decimal(one.pValue()),
                decimal(one.qValue()),
                Boolean.toString(one.isSignificant()));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }
}
