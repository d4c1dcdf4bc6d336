package dev.herald.invite;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorDraft;
import dev.herald.ambassador.Ambassadors;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Strangers who want to become ambassadors: they ask, the brand answers. */
public final class Applications {

    /** So many may wait; more would be noise that nobody reads. */
    static final int MOST_WAITING = 10_000;

    private static final int ID_LENGTH = 13;
    private static final int LONGEST_SLUG = 60;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Ambassadors ambassadors;

    public Applications(Database db, Ids ids, InstantSource clock, Ambassadors ambassadors) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.ambassadors = ambassadors;
    }

    /** The last part of the form's address: the brand's name for people, its id for us. */
    public static String slug(Brand brand) {
        var plain = Normalizer.normalize(brand.name().toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var name = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        var id = Ids.format("", brand.id().value()).toLowerCase(Locale.ROOT);
        return name.isEmpty() ? id : name + "-" + id;
    }

    /** Whose form an address is; what stands before the id does not matter, so that a brand may change its name. */
    static Optional<BrandId> brand(String slug) {
        if (!slug.matches("[a-z0-9-]{13,100}")) {
            return Optional.empty();
        }
        var id = Ids.parse("", slug.substring(slug.length() - ID_LENGTH).toUpperCase(Locale.ROOT));
        return id.isPresent() ? Optional.of(new BrandId(id.getAsLong())) : Optional.empty();
    }

    public boolean isOpen(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new ApplicationStore(tx, brand).isOpen());
    }

    /** Switches the form on or off. */
    public void setOpen(BrandId brand, boolean open) {
        db.inBrand(brand.value(), tx -> {
            new ApplicationStore(tx, brand).setOpen(open);
            return open;
        });
    }

    /** Keeps an application; whoever asks twice before he is answered has asked once. */
    void apply(BrandId brand, AmbassadorDraft wish, String why) {
        db.inBrand(brand.value(), tx -> {
            var store = new ApplicationStore(tx, brand);
            if (store.count(Application.State.WAITING, MOST_WAITING) < MOST_WAITING) {
                store.keep(new Application.Id(ids.next()), wish, why, clock.instant());
            }
            return wish;
        });
    }

    /** How many wait for an answer, counted no further than asked for. */
    public int waiting(BrandId brand, int most) {
        return db.inBrand(brand.value(), tx -> new ApplicationStore(tx, brand).count(Application.State.WAITING, most));
    }

    /** Newest first. */
    public List<Application> list(BrandId brand, Application.State state, Page page) {
        return db.inBrand(
                brand.value(), tx -> new ApplicationStore(tx, brand).list(state, page.before(), page.fetch()));
    }

    /** Makes the applicant an ambassador, or finds the one he is already; a second time is as the first. */
    public Ambassador approve(BrandId brand, Application.Id id) {
        return db.inBrand(brand.value(), tx -> {
            var store = new ApplicationStore(tx, brand);
            var application = store.lock(id).orElseThrow(Applications::unknown);
            var made = application.ambassador();
            if (made != null) {
                return ambassadors.get(brand, made);
            }
            var wish = application.wish();
            var ambassador = ambassadors
                    .withEmail(brand, String.valueOf(wish.email()))
                    .map(known -> known.isRemoved() ? ambassadors.bringBack(brand, known.id()) : known)
                    .orElseGet(() -> ambassadors.create(brand, wish));
            store.decide(id, Application.State.APPROVED, ambassador.id(), clock.instant());
            return ambassador;
        });
    }

    public Application decline(BrandId brand, Application.Id id) {
        return decide(brand, id, Application.State.WAITING, Application.State.DECLINED);
    }

    /** Undoes that an application was declined. */
    public Application reconsider(BrandId brand, Application.Id id) {
        return decide(brand, id, Application.State.DECLINED, Application.State.WAITING);
    }

    private Application decide(BrandId brand, Application.Id id, Application.State from, Application.State to) {
        return db.inBrand(brand.value(), tx -> {
            var store = new ApplicationStore(tx, brand);
            var application = store.lock(id).orElseThrow(Applications::unknown);
            var again = to == Application.State.WAITING;
            if (application.state() == from && !(again && store.waitsElsewhere(application))) {
                store.decide(id, to, null, again ? null : clock.instant());
            }
            return application;
        });
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("application");
    }
}
