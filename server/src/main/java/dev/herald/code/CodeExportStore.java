package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads codes in the form in which they leave. */
final class CodeExportStore {

    /** A code as a row of cells, with its place in the order. */
    record Exported(long id, List<@Nullable String> cells) {}

    private final Handle tx;

    CodeExportStore(Handle tx) {
        this.tx = tx;
    }

    /** The next codes of a campaign, the oldest first. */
    List<Exported> after(BrandId brand, CampaignId campaign, CodeExports.Choice choice, long after, int most) {
        return tx.createQuery("""
                        select c.code_id, c.display, c.text, c.kind, c.status, c.separated, c.ambassador_id,
                               a.name as ambassador, c.created_at, c.expires_at, s.display as successor
                          from code c
                          left join ambassador a
                            on (a.brand_id, a.ambassador_id) = (c.brand_id, c.ambassador_id)
                          left join code s
                            on (s.brand_id, s.code_id) = (c.brand_id, c.successor_id)
                         where c.brand_id = :brand
                           and c.campaign_id = :campaign
                           and c.code_id > :after
                           and (:job::bigint is null or c.job_id = :job)
                           and (:separated::boolean is null or c.separated = :separated)
                         order by c.code_id
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("after", after)
                .bind("job", choice.job())
                .bind("separated", choice.separated())
                .bind("most", most)
                .map((row, _) -> exported(row))
                .list();
    }

    /** In the order of {@link CodeExports#COLUMNS}. */
    private static Exported exported(ResultSet row) throws SQLException {
        var owner = row.getLong("ambassador_id");
        var cells = Arrays.asList(
                row.getString("display"),
                row.getString("text"),
                row.getString("kind"),
                row.getString("status"),
                String.valueOf(row.getBoolean("separated")),
                owner == 0 ? null : new AmbassadorId(owner).toString(),
                row.getString("ambassador"),
                time(row, "created_at"),
                time(row, "expires_at"),
                row.getString("successor"));
        return new Exported(row.getLong("code_id"), cells);
    }

    private static @Nullable String time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }
}
