package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import dev.herald.platform.Page;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Promo codes, found by what a buyer types. */
public final class Codes implements AutoCloseable {

    private static final int MOST_REMEMBERED = 200_000;

    /** What buyers type is nearly always shorter; longer spellings are not worth their memory. */
    private static final int LONGEST_SPELLING = 64;

    private record Typed(long brand, String text) {}

    /**
     * A code that was probably meant.
     *
     * @param edits 1 or 2
     */
    public record Meant(PromoCode code, int edits) {}

    private final Database db;
    private final InstantSource clock;
    private final CodeLookups lookups;
    private final CodeBooks books;

    /** A code's owner and campaign never change; its status may, so whoever decides reads that again. */
    private final Map<CodeLookups.Key, PromoCode> remembered = new ConcurrentHashMap<>();

    private final Map<Typed, PromoCode> spellings = new ConcurrentHashMap<>();

    private final Map<CodeId, PromoCode> rememberedById = new ConcurrentHashMap<>();

    public Codes(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        this.books = new CodeBooks(db);
        this.lookups = new CodeLookups(db);
    }

    /** The code that a buyer's text means; its status may be out of date by now. */
    public Optional<PromoCode> resolve(BrandId brand, String typed) {
        var spelling = new Typed(brand.value(), typed);
        var known = spellings.get(spelling);
        if (known != null) {
            return Optional.of(known);
        }
        var found = resolveSkeleton(brand, typed);
        if (typed.length() <= LONGEST_SPELLING) {
            if (spellings.size() >= MOST_REMEMBERED) {
                spellings.clear();
            }
            found.ifPresent(code -> spellings.put(spelling, code));
        }
        return found;
    }

    private Optional<PromoCode> resolveSkeleton(BrandId brand, String typed) {
        return CodeText.typed(typed).flatMap(text -> {
            var key = new CodeLookups.Key(brand, text.skeleton());
            var known = remembered.get(key);
            if (known != null) {
                return Optional.of(known);
            }
            var found = lookups.find(key);
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            found.ifPresent(code -> {
                remembered.put(key, code);
                remember(code);
            });
            return found;
        });
    }

    public Optional<PromoCode> find(BrandId brand, CodeId id) {
        return db.inBrand(brand.value(), tx -> new CodeStore(tx).find(brand, id));
    }

    /** A code whose status does not matter: what else there is to know of it never changes. */
    public PromoCode known(BrandId brand, CodeId id) {
        var known = rememberedById.get(id);
        if (known != null) {
            return known;
        }
        var found = find(brand, id).orElseThrow();
        remember(found);
        return found;
    }

    private void remember(PromoCode code) {
        if (rememberedById.size() >= MOST_REMEMBERED) {
            rememberedById.clear();
        }
        rememberedById.put(code.id(), code);
    }

    @Override
    public void close() {
        lookups.close();
    }

    /** Newest first. */
    public List<PromoCode> list(BrandId brand, CampaignId campaign, Page page) {
        return db.inBrand(brand.value(), tx -> new CodeStore(tx).list(brand, campaign, page));
    }

    public Optional<Enrollment> enrollment(BrandId brand, Enrollment.Id id) {
        return db.inBrand(brand.value(), tx -> new EnrollmentStore(tx).find(brand, id));
    }

    /** Everybody who is a member of a campaign. */
    public List<AmbassadorId> members(BrandId brand, CampaignId campaign) {
        return List.copyOf(db.inBrand(brand.value(), tx -> new EnrollmentStore(tx).members(brand, campaign)));
    }

    /** Those members of a campaign who share its own code. */
    public Set<AmbassadorId> sharers(BrandId brand, CampaignId campaign) {
        return db.inBrand(brand.value(), tx -> new EnrollmentStore(tx).sharers(brand, campaign));
    }

    /** An ambassador's enrollments with their codes, newest first. */
    public List<Enrollment> enrollmentsOf(BrandId brand, AmbassadorId ambassador) {
        return db.inBrand(brand.value(), tx -> new EnrollmentStore(tx).of(brand, ambassador));
    }

    /**
     * What a text that is no code was meant to be: the live, separated code nearest to it and at most two edits away; empty
     * if there is none, several are equally near, or one that is gone is as near.
     */
    public Optional<Meant> meant(BrandId brand, String typed) {
        var now = clock.instant();
        // The book may be a second old.
        return books.recent(brand)
                .flatMap(book -> book.meant(typed, now))
                .flatMap(nearest -> find(brand, nearest.id())
                        .filter(code -> code.isLive(now))
                        .map(code -> new Meant(code, nearest.edits())));
    }

    CodeBooks books() {
        return books;
    }
}
