package dev.herald.share;

import dev.herald.access.BrandId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All SQL of a brand's images. */
final class ImageStore {

    private final Handle tx;

    ImageStore(Handle tx) {
        this.tx = tx;
    }

    /** Keeps everybody else from adding images of the brand until the transaction ends. */
    long lockedSize(BrandId brand) {
        tx.createQuery("""
                        select brand_id
                          from brand
                         where brand_id = :brand
                           for no key update
                        """).bind("brand", brand.value()).mapTo(Long.class).one();
        return tx.createQuery("""
                        select coalesce(sum(size), 0)::bigint
                          from brand_image
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .mapTo(Long.class)
                .one();
    }

    void insert(BrandImage image, byte[] content, Instant at) {
        tx.createUpdate("""
                        insert into brand_image (brand_id, image_id, token, name, content_type, width, height, size,
                               content, created_at)
                        values (:brand, :id, :token, :name, :type, :width, :height, :size, :content, :at)
                        """)
                .bind("brand", image.brand().value())
                .bind("id", image.id().value())
                .bind("token", image.token())
                .bind("name", image.name())
                .bind("type", image.contentType())
                .bind("width", image.width())
                .bind("height", image.height())
                .bind("size", image.size())
                .bind("content", content)
                .bind("at", at)
                .execute();
    }

    List<BrandImage> list(BrandId brand) {
        return tx.createQuery("""
                        select brand_id, image_id, token, name, content_type, width, height, size, created_at
                          from brand_image
                         where brand_id = :brand
                         order by image_id desc
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> image(row))
                .list();
    }

    Optional<BrandImage> find(BrandId brand, BrandImage.Id id) {
        return tx.createQuery("""
                        select brand_id, image_id, token, name, content_type, width, height, size, created_at
                          from brand_image
                         where brand_id = :brand
                           and image_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> image(row))
                .findOne();
    }

    Optional<BrandImages.Content> content(BrandId brand, String token) {
        return tx.createQuery("""
                        select content_type, content
                          from brand_image
                         where brand_id = :brand
                           and token = :token
                        """)
                .bind("brand", brand.value())
                .bind("token", token)
                .map((row, _) -> new BrandImages.Content(row.getString("content_type"), row.getBytes("content")))
                .findOne();
    }

    int delete(BrandId brand, BrandImage.Id id) {
        return tx.createUpdate("""
                        delete from brand_image
                         where brand_id = :brand
                           and image_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .execute();
    }

    private static BrandImage image(ResultSet row) throws SQLException {
        return new BrandImage(
                new BrandId(row.getLong("brand_id")),
                new BrandImage.Id(row.getLong("image_id")),
                row.getString("token"),
                row.getString("name"),
                row.getString("content_type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("size"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
