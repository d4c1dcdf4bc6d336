package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds codes. */
final class CodeStore {

    private final Handle tx;

    CodeStore(Handle tx) {
        this.tx = tx;
    }

    /** Those that are there, of any of the open brands. */
    Map<CodeLookups.Key, PromoCode> find(List<CodeLookups.Key> keys) {
        var found = new HashMap<CodeLookups.Key, PromoCode>();
        tx.createQuery("""
                        select a.brand_id, c.skeleton, c.code_id, c.campaign_id, c.ambassador_id, c.kind, c.text,
                               c.display, c.status, c.separated, c.expires_at, c.successor_id
                          from unnest(:brands, :skeletons) as a(brand_id, skeleton)
                         cross join lateral (
                               select skeleton, code_id, campaign_id, ambassador_id, kind, text, display, status,
                                      separated, expires_at, successor_id
                                 from code
                                where brand_id = a.brand_id
                                  and skeleton = a.skeleton
                               offset 0) c
                        """)
                .bindArray(
                        "brands",
                        Long.class,
                        keys.stream().map(key -> key.brand().value()).toList())
                .bindArray(
                        "skeletons",
                        String.class,
                        keys.stream().map(CodeLookups.Key::skeleton).toList())
                .map((row, _) -> found.put(
                        new CodeLookups.Key(new BrandId(row.getLong("brand_id")), row.getString("skeleton")),
                        code(row)))
                .list();
        return found;
    }

    Optional<PromoCode> find(BrandId brand, String skeleton) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated,
                               expires_at, successor_id
                          from code
                         where brand_id = :brand
                           and skeleton = :skeleton
                        """)
                .bind("brand", brand.value())
                .bind("skeleton", skeleton)
                .map((row, _) -> code(row))
                .findOne();
    }

    Optional<PromoCode> find(BrandId brand, CodeId id) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated,
                               expires_at, successor_id
                          from code
                         where brand_id = :brand
                           and code_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> code(row))
                .findOne();
    }

    /** The code that a campaign's new members share: not one that has ended or was replaced. */
    Optional<PromoCode> blanketOf(BrandId brand, CampaignId campaign, Instant now) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated,
                               expires_at, successor_id
                          from code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and kind = 'blanket'
                           and status = 'live'
                           and successor_id is null
                           and (expires_at is null or expires_at > :now)
                         order by code_id
                         limit 1
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("now", now)
                .map((row, _) -> code(row))
                .findOne();
    }

    List<PromoCode> list(BrandId brand, CampaignId campaign, Page page) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated,
                               expires_at, successor_id
                          from code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and code_id < :before
                         order by code_id desc
                         limit :fetch
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("before", page.before())
                .bind("fetch", page.fetch())
                .map((row, _) -> code(row))
                .list();
    }

    static PromoCode code(ResultSet row) throws SQLException {
        return new PromoCode(
                new CodeId(row.getLong("code_id")),
                new CampaignId(row.getLong("campaign_id")),
                owner(row),
                PromoCode.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("text"),
                row.getString("display"),
                PromoCode.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getBoolean("separated"),
                time(row, "expires_at"),
                successor(row));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable CodeId successor(ResultSet row) throws SQLException {
        var successor = row.getLong("successor_id");
        return row.wasNull() ? null : new CodeId(successor);
    }

    private static @Nullable AmbassadorId owner(ResultSet row) throws SQLException {
        var owner = row.getLong("ambassador_id");
        return row.wasNull() ? null : new AmbassadorId(owner);
    }
}
