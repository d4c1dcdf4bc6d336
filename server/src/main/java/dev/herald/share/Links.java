package dev.herald.share;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.Enrollment;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short links: made when they are first asked for, found by their slug, their clicks counted. */
public final class Links implements AutoCloseable {

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Access access;
    private final ClickTally tally;

    public Links(Database db, Ids ids, InstantSource clock, Access access) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
        this.tally = new ClickTally(db, clock);
    }

    /** The link that an ambassador shares in one campaign. */
    public ShortLink of(BrandId brand, Enrollment enrollment) {
        return db.inBrand(brand.value(), tx -> {
            var store = new LinkStore(tx);
            return store.of(brand, enrollment.id()).orElseGet(() -> {
                make(store, brand, enrollment.campaign(), Channel.AMBASSADOR, Optional.of(enrollment.id()));
                return store.of(brand, enrollment.id()).orElseThrow();
            });
        });
    }

    /** The links that the brand itself posts, one for each of its channels. */
    public Map<Channel, ShortLink> own(BrandId brand, CampaignId campaign) {
        return db.inBrand(brand.value(), tx -> {
            var store = new LinkStore(tx);
            var present = byChannel(store.own(brand, campaign));
            var missing = Channel.own().stream()
                    .filter(one -> !present.containsKey(one))
                    .toList();
            missing.forEach(channel -> make(store, brand, campaign, channel, Optional.empty()));
            return missing.isEmpty() ? present : byChannel(store.own(brand, campaign));
        });
    }

    /** The link with this slug, as people type it; empty if there is none. */
    public Optional<ShortLink> find(String slug) {
        var typed = Slugs.typed(slug);
        var found = typed.isEmpty() ? Optional.<Access.Linked>empty() : access.shortLink(typed);
        return found.flatMap(one ->
                db.inBrand(one.brand().value(), tx -> new LinkStore(tx).find(one.brand(), one.link())));
    }

    /** Counts one click; the database learns of it about a second later. */
    public void count(ShortLink link) {
        access.brand(link.brand()).ifPresent(brand -> tally.add(brand, link.id()));
    }

    /** What the shop is given of a click at this moment, to hand it back with the order. */
    public String token(Brand brand, ShortLink link) {
        return new ClickToken(link.id(), clock.instant()).text(brand.secret());
    }

    /**
     * The clicks on ambassadors' links that a shop hands back; what Herald never gave out, and clicks on links of the
     * brand's own, are passed over. One look-up, or none if there is nothing to look up.
     */
    public List<LinkClick> handedBack(Brand brand, List<String> tokens) {
        var read = new LinkedHashMap<String, ClickToken>();
        tokens.forEach(text -> ClickToken.read(brand.secret(), text).ifPresent(token -> read.put(text, token)));
        if (read.isEmpty()) {
            return List.of();
        }
        var links = read.values().stream().map(ClickToken::link).distinct().toList();
        var owners = db.inBrand(brand.id().value(), tx -> new LinkStore(tx).owners(brand.id(), links));
        var clicks = new ArrayList<LinkClick>();
        read.forEach((text, token) -> {
            var owner = owners.get(token.link());
            if (owner != null) {
                clicks.add(new LinkClick(
                        text,
                        token.link(),
                        owner.campaign(),
                        owner.ambassador(),
                        owner.name(),
                        owner.email(),
                        token.at()));
            }
        });
        return clicks;
    }

    /** How often each of some links was clicked, by the link's id. */
    public Map<Long, Long> clicks(BrandId brand, List<ShortLink> links) {
        return db.inBrand(brand.value(), tx -> new LinkStore(tx).clicks(brand, links));
    }

    /** Two who ask at once get the same link: the second finds the first's. */
    private void make(
            LinkStore store, BrandId brand, CampaignId campaign, Channel channel, Optional<Enrollment.Id> enrollment) {
        var slug = Slugs.random();
        var link = new ShortLink(ids.next(), slug, brand, campaign, enrollment.orElse(null), channel);
        if (store.insert(link, clock.instant())) {
            access.keepShortLink(brand, slug, link.id());
        }
    }

    private static Map<Channel, ShortLink> byChannel(List<ShortLink> links) {
        var byChannel = new EnumMap<Channel, ShortLink>(Channel.class);
        links.forEach(link -> byChannel.put(link.channel(), link));
        return byChannel;
    }

    @Override
    public void close() {
        tally.close();
    }
}
