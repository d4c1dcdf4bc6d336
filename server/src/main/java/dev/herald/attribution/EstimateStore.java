package dev.herald.attribution;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All SQL of estimates. */
final class EstimateStore {

    private final Handle tx;
    private final Campaign campaign;

    EstimateStore(Handle tx, Campaign campaign) {
        this.tx = tx;
        this.campaign = campaign;
    }

    void insert(Estimate estimate, List<EstimatedCredit> credits) {
        tx.createUpdate("""
                        insert into attribution_estimate (brand_id, campaign_id, version, made_at, redemptions, one_of,
                               tau_hours, background, posts, clicks, answers, over,
                               net, last_order, seed)
                        values (:brand, :campaign, :version, :madeAt, :redemptions, :oneOf,
                               :tauHours, :background, :posts, :clicks, :answers, :over,
                               :net, :lastOrder, :seed)
                        """)
                .bindMethods(estimate)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .execute();
        if (credits.isEmpty()) {
            return;
        }
        var batch = tx.prepareBatch("""
                insert into attribution_credit (brand_id, campaign_id, version, place, ambassador_id, credited, low, high,
                       by_link, top, grade, alike)
                values (:brand, :campaign, :version, :place, :ambassador, :credited, :low, :high, :byLink, :top, :grade,
                       :alike)
                """);
        for (var credit : credits) {
            batch.bind("brand", campaign.brand().value())
                    .bind("campaign", campaign.id().value())
                    .bind("version", estimate.version())
                    .bind("place", credit.place())
                    .bind("ambassador", credit.ambassador().value())
                    .bind("credited", credit.credited())
                    .bind("low", credit.low())
                    .bind("high", credit.high())
                    .bind("byLink", credit.byLink())
                    .bindArray("top", Double.class, credit.top())
                    .bind("grade", credit.grade().name())
                    .bindArray(
                            "alike",
                            Long.class,
                            credit.alike().stream().map(AmbassadorId::value).toList())
                    .add();
        }
        batch.execute();
    }

    /** The newest first, from below a version. */
    List<Estimate> list(int below, int most) {
        return tx.createQuery("""
                        select version, made_at, redemptions, one_of, tau_hours, background, posts, clicks, answers, over,
                               net, last_order, seed
                          from attribution_estimate
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and version < :below
                         order by version desc
                         limit :most
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("below", below)
                .bind("most", most)
                .map((row, _) -> estimate(row))
                .list();
    }

    /** Those after a place, the most credit first. */
    List<EstimatedCredit> credits(int version, int after, int most) {
        return tx.createQuery("""
                        select place, ambassador_id, credited, low, high, by_link, top, grade, alike
                          from attribution_credit
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and version = :version
                           and place > :after
                         order by place
                         limit :most
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("version", version)
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> credit(row))
                .list();
    }

    Optional<EstimatedCredit> credit(int version, AmbassadorId ambassador) {
        return tx.createQuery("""
                        select place, ambassador_id, credited, low, high, by_link, top, grade, alike
                          from attribution_credit
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and version = :version
                           and ambassador_id = :ambassador
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("version", version)
                .bind("ambassador", ambassador.value())
                .map((row, _) -> credit(row))
                .findOne();
    }

    private static Estimate estimate(ResultSet row) throws SQLException {
        return new Estimate(
                row.getInt("version"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getLong("redemptions"),
                row.getInt("one_of"),
                row.getDouble("tau_hours"),
                row.getDouble("background"),
                row.getInt("posts"),
                row.getInt("clicks"),
                row.getInt("answers"),
                row.getBoolean("over"),
                row.getLong("net"),
                time(row.getObject("last_order", OffsetDateTime.class)),
                row.getLong("seed"));
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static EstimatedCredit credit(ResultSet row) throws SQLException {
        return new EstimatedCredit(
                row.getInt("place"),
                new AmbassadorId(row.getLong("ambassador_id")),
                row.getDouble("credited"),
                row.getDouble("low"),
                row.getDouble("high"),
                row.getDouble("by_link"),
                List.of((Double[]) row.getArray("top").getArray()),
                Grade.valueOf(row.getString("grade")),
                Arrays.stream((Long[]) row.getArray("alike").getArray())
                        .map(AmbassadorId::new)
                        .toList());
    }
}
