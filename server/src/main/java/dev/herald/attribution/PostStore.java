package dev.herald.attribution;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All SQL of posts. */
final class PostStore {

    private final Handle tx;
    private final BrandId brand;

    PostStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** False if it is known already. */
    boolean insert(Post post, Instant at) {
        return tx.createUpdate("""
                        insert into post (brand_id, post_id, campaign_id, ambassador_id, posted_at, source, created_at)
                        values (:brand, :id, :campaign, :ambassador, :postedAt, :source, :at)
                            on conflict do nothing
                        """)
                        .bind("brand", brand.value())
                        .bind("id", post.id().value())
                        .bind("campaign", post.campaign().value())
                        .bind("ambassador", post.ambassador().value())
                        .bind("postedAt", post.postedAt())
                        .bind("source", post.source().word())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    Optional<Post> find(CampaignId campaign, AmbassadorId ambassador, Instant postedAt) {
        return tx.createQuery("""
                        select post_id, campaign_id, ambassador_id, posted_at, source
                          from post
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and ambassador_id = :ambassador
                           and posted_at = :postedAt
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("ambassador", ambassador.value())
                .bind("postedAt", postedAt)
                .map((row, _) -> post(row))
                .findOne();
    }

    /** The last entered first. */
    List<Post> list(CampaignId campaign, long before, int most) {
        return tx.createQuery("""
                        select post_id, campaign_id, ambassador_id, posted_at, source
                          from post
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and post_id < :before
                         order by post_id desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("before", before)
                .bind("most", most)
                .map((row, _) -> post(row))
                .list();
    }

    /** The latest first. */
    List<Post> of(CampaignId campaign, AmbassadorId ambassador, int most) {
        return tx.createQuery("""
                        select post_id, campaign_id, ambassador_id, posted_at, source
                          from post
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and ambassador_id = :ambassador
                         order by posted_at desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("ambassador", ambassador.value())
                .bind("most", most)
                .map((row, _) -> post(row))
                .list();
    }

    boolean delete(CampaignId campaign, Post.Id id) {
        return tx.createUpdate("""
                        delete
                          from post
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and post_id = :id
                        """)
                        .bind("brand", brand.value())
                        .bind("campaign", campaign.value())
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                new Post.Id(row.getLong("post_id")),
                new CampaignId(row.getLong("campaign_id")),
                new AmbassadorId(row.getLong("ambassador_id")),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                Post.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)));
    }
}
