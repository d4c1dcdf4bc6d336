package dev.herald.attribution;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.code.Codes;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the ambassadors of a campaign with a shared code posted. */
public final class Posts {

    /** So many of one ambassador in one campaign; more is a mistake. */
    static final int MOST_OF_ONE = 200;

    static final int MOST_OF_A_CAMPAIGN = 100_000;

    /** Clocks differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration OLDEST = Duration.ofDays(3_660);

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Codes codes;

    public Posts(Database db, Ids ids, InstantSource clock, Codes codes) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.codes = codes;
    }

    /** What became of a post that was told. */
    public sealed interface Told {

        /** It is known now, or was before. */
        record Kept(Post post) implements Told {}

        /** It cannot be so; the reason is a sentence. */
        record Refused(String field, String why) implements Told {}
    }

    /** Refuses what only makes sense where a code is shared. */
    public static void requireSharedCode(Campaign campaign) {
        if (!campaign.strategy().sharesCode()) {
            throw new RequestRefused(
                    409,
                    "no_shared_code",
                    "In this campaign everybody has a code of their own, so there is nothing to estimate.");
        }
    }

    /** Everybody who shares the campaign's code. */
    public Set<AmbassadorId> sharers(Campaign campaign) {
        return codes.sharers(campaign.brand(), campaign.id());
    }

    /** Keeps a post; a second time changes nothing. */
    public Told tell(Campaign campaign, AmbassadorId ambassador, Instant postedAt, Post.Source source) {
        return tell(campaign, sharers(campaign), ambassador, postedAt, source);
    }

    /** The same for many, of whom it is known who shares the code. */
    Told tell(
            Campaign campaign,
            Set<AmbassadorId> sharers,
            AmbassadorId ambassador,
            Instant postedAt,
            Post.Source source) {
        if (!sharers.contains(ambassador)) {
            return new Told.Refused("ambassador_id", "must be somebody who shares this campaign's code.");
        }
        return db.inBrand(campaign.brand().value(), tx -> {
            var store = new PostStore(tx, campaign.brand());
            return fault(postedAt)
                    .<Told>map(why -> new Told.Refused("posted_at", why))
                    .orElseGet(() -> keep(store, campaign, ambassador, postedAt, source));
        });
    }

    private Told keep(
            PostStore store, Campaign campaign, AmbassadorId ambassador, Instant postedAt, Post.Source source) {
        var post = new Post(new Post.Id(ids.next()), campaign.id(), ambassador, postedAt, source);
        if (store.of(campaign.id(), ambassador, MOST_OF_ONE).size() == MOST_OF_ONE) {
            return new Told.Refused(
                    "ambassador_id",
                    "has told " + MOST_OF_ONE + " posts already, which is the most. Delete some first.");
        }
        if (!store.insert(post, clock.instant())) {
            return new Told.Kept(store.find(campaign.id(), ambassador, postedAt).orElseThrow());
        }
        return new Told.Kept(post);
    }

    /** What is wrong with the time of a post. */
    Optional<String> fault(Instant postedAt) {
        var now = clock.instant();
        if (postedAt.isAfter(now.plus(AHEAD))) {
            return Optional.of("must not be in the future.");
        }
        return postedAt.isBefore(now.minus(OLDEST))
                ? Optional.of("must be within the last ten years.")
                : Optional.empty();
    }

    /** The last entered first. */
    public List<Post> list(Campaign campaign, Page page) {
        return db.inBrand(
                campaign.brand().value(),
                tx -> new PostStore(tx, campaign.brand()).list(campaign.id(), page.before(), page.fetch()));
    }

    /** All of a campaign. */
    List<Post> all(Campaign campaign) {
        return db.inBrand(
                campaign.brand().value(),
                tx -> new PostStore(tx, campaign.brand()).list(campaign.id(), Long.MAX_VALUE, MOST_OF_A_CAMPAIGN));
    }

    /** One ambassador's, the latest first. */
    public List<Post> of(Campaign campaign, AmbassadorId ambassador) {
        return db.inBrand(
                campaign.brand().value(),
                tx -> new PostStore(tx, campaign.brand()).of(campaign.id(), ambassador, MOST_OF_ONE));
    }

    /** False if there is no such post. */
    public boolean delete(Campaign campaign, Post.Id id) {
        return db.inBrand(
                campaign.brand().value(), tx -> new PostStore(tx, campaign.brand()).delete(campaign.id(), id));
    }
}
