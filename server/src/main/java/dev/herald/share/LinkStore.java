package dev.herald.share;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.Enrollment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All SQL of short links and their clicks. */
final class LinkStore {

    /** Whose link it is. */
    record Owner(
            CampaignId campaign,
            AmbassadorId ambassador,
            String name,
            @Nullable String email) {}

    private final Handle tx;

    LinkStore(Handle tx) {
        this.tx = tx;
    }

    /** False if there is one for the same enrollment, or the same channel of the campaign, already. */
    boolean insert(ShortLink link, Instant at) {
        var enrollment = link.enrollment();
        return tx.createUpdate("""
                                insert into short_link (brand_id, link_id, slug, campaign_id, enrollment_id, channel, created_at)
                                values (:brand, :id, :slug, :campaign, :enrollment, :channel, :at)
                                    on conflict do nothing
                                """)
                        .bind("brand", link.brand().value())
                        .bind("id", link.id())
                        .bind("slug", link.slug())
                        .bind("campaign", link.campaign().value())
                        .bind("enrollment", enrollment == null ? null : enrollment.value())
                        .bind("channel", link.channel().word())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    Optional<ShortLink> find(BrandId brand, long id) {
        return tx.createQuery("""
                        select brand_id, link_id, slug, campaign_id, enrollment_id, channel
                          from short_link
                         where brand_id = :brand
                           and link_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id)
                .map((row, _) -> link(row))
                .findOne();
    }

    Optional<ShortLink> of(BrandId brand, Enrollment.Id enrollment) {
        return tx.createQuery("""
                        select brand_id, link_id, slug, campaign_id, enrollment_id, channel
                          from short_link
                         where brand_id = :brand
                           and enrollment_id = :enrollment
                        """)
                .bind("brand", brand.value())
                .bind("enrollment", enrollment.value())
                .map((row, _) -> link(row))
                .findOne();
    }

    /** The brand's own links of a campaign. */
    List<ShortLink> own(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select brand_id, link_id, slug, campaign_id, enrollment_id, channel
                          from short_link
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and enrollment_id is null
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> link(row))
                .list();
    }

    /**
     * Of those links that are ambassadors' who were not removed, by the link's id. One query, because a checkout waits for
     * it.
     */
    Map<Long, Owner> owners(BrandId brand, List<Long> links) {
        var owners = new HashMap<Long, Owner>();
        tx.createQuery("""
                        select l.link_id, l.campaign_id, e.ambassador_id, a.name, a.email
                          from short_link l
                          join enrollment e using (brand_id, enrollment_id)
                          join ambassador a using (brand_id, ambassador_id)
                         where l.brand_id = :brand
                           and l.link_id = any (:links)
                           and a.removed_at is null
                        """)
                .bind("brand", brand.value())
                .bindArray("links", Long.class, links)
                .map((row, _) -> owners.put(
                        row.getLong("link_id"),
                        new Owner(
                                new CampaignId(row.getLong("campaign_id")),
                                new AmbassadorId(row.getLong("ambassador_id")),
                                row.getString("name"),
                                row.getString("email"))))
                .list();
        return owners;
    }

    void addClicks(BrandId brand, long link, LocalDate day, long clicks) {
        tx.createUpdate("""
                        insert into link_click as c (brand_id, link_id, day, clicks)
                        values (:brand, :link, :day, :clicks)
                            on conflict (brand_id, link_id, day)
                               do update set clicks = c.clicks + excluded.clicks
                        """)
                .bind("brand", brand.value())
                .bind("link", link)
                .bind("day", day)
                .bind("clicks", clicks)
                .execute();
    }

    /** Links that nobody has clicked yet are left out. */
    Map<Long, Long> clicks(BrandId brand, List<ShortLink> links) {
        var clicks = new HashMap<Long, Long>();
        tx.createQuery("""
                        select link_id, sum(clicks)
                          from link_click
                         where brand_id = :brand
                           and link_id = any (:links)
                         group by link_id
                        """)
                .bind("brand", brand.value())
                .bindArray(
                        "links", Long.class, links.stream().map(ShortLink::id).toList())
                .map((row, _) -> clicks.put(row.getLong(1), row.getLong(2)))
                .list();
        return clicks;
    }

    private static ShortLink link(ResultSet row) throws SQLException {
        var enrollment = row.getLong("enrollment_id");
        return new ShortLink(
                row.getLong("link_id"),
                row.getString("slug"),
                new BrandId(row.getLong("brand_id")),
                new CampaignId(row.getLong("campaign_id")),
                enrollment == 0 ? null : new Enrollment.Id(enrollment),
                Channel.of(row.getString("channel")));
    }
}
