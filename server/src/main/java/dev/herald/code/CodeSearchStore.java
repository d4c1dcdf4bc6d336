package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds codes of a campaign, each way over an index of its own and never more than asked for. */
final class CodeSearchStore {

    /** The last character there is: in the order of bytes nothing that begins with a text comes after text and it. */
    private static final String LAST = Character.toString(0x10FFFF);

    private static final String COLUMNS = """
            select c.code_id, c.campaign_id, c.ambassador_id, c.kind, c.text, c.display, c.status, c.separated,
                   c.expires_at, c.successor_id, c.job_id, c.created_at, a.name as owner_name
            """;

    private static final String OF_CAMPAIGN = COLUMNS + """
              from code c
              left join ambassador a
                on (a.brand_id, a.ambassador_id) = (c.brand_id, c.ambassador_id)
             where c.brand_id = :brand
               and c.campaign_id = :campaign
            """;

    private final Handle tx;
    private final BrandId brand;
    private final CampaignId campaign;

    CodeSearchStore(Handle tx, BrandId brand, CampaignId campaign) {
        this.tx = tx;
        this.brand = brand;
        this.campaign = campaign;
    }

    /** @param from only ids from this one on */
    List<CodeLine> newest(long from, long before, int most) {
        return lines(tx.createQuery(OF_CAMPAIGN + """
                           and c.code_id >= :from
                           and c.code_id < :before
                         order by c.code_id desc
                         limit :most
                        """).bind("from", from).bind("before", before), most);
    }

    List<CodeLine> of(AmbassadorId owner, long before, int most) {
        return lines(
                tx.createQuery(OF_CAMPAIGN + """
                           and c.ambassador_id = :owner
                           and c.code_id < :before
                         order by c.code_id desc
                         limit :most
                        """).bind("owner", owner.value()).bind("before", before), most);
    }

    /** Those that are disabled, or have ended or will. */
    List<CodeLine> withEnd(long before, int most) {
        return lines(tx.createQuery(OF_CAMPAIGN + """
                           and c.ended_at is not null
                           and c.code_id < :before
                         order by c.code_id desc
                         limit :most
                        """).bind("before", before), most);
    }

    /** In the order of their texts; empty for each of another campaign that begins so. */
    List<Optional<CodeLine>> beginningWith(String skeleton, int most) {
        return tx.createQuery(COLUMNS + """
                          from (select brand_id, code_id, skeleton
                                  from code
                                 where brand_id = :brand
                                   and skeleton >= :first
                                   and skeleton < :last
                                 order by skeleton
                                 limit :most) near
                          left join lateral (
                               select brand_id, code_id, campaign_id, ambassador_id, kind, text, display, status,
                                      separated, expires_at, successor_id, job_id, created_at
                                 from code
                                where brand_id = near.brand_id
                                  and code_id = near.code_id
                                  and campaign_id = :campaign
                               offset 0) c
                            on true
                          left join ambassador a
                            on (a.brand_id, a.ambassador_id) = (c.brand_id, c.ambassador_id)
                         order by near.skeleton
                        """)
                .bind("first", skeleton)
                .bind("last", skeleton + LAST)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("most", most)
                .map((row, _) -> row.getLong("code_id") == 0 ? Optional.<CodeLine>empty() : Optional.of(line(row)))
                .list();
    }

    private List<CodeLine> lines(Query query, int most) {
        return query.bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("most", most)
                .map((row, _) -> line(row))
                .list();
    }

    private static CodeLine line(ResultSet row) throws SQLException {
        return new CodeLine(
                CodeStore.code(row),
                Objects.requireNonNullElse(row.getString("owner_name"), ""),
                row.getLong("job_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
