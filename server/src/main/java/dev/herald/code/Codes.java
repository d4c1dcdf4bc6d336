package dev.herald.code;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Offer;
import dev.herald.campaign.Strategy;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Promo codes: made, given to ambassadors, and found by what a buyer types. */
public final class Codes implements AutoCloseable {

    private static final int MOST_REMEMBERED = 200_000;

    /** How many candidates are looked up at a time: nearly always the first is free. */
    private static final int CANDIDATES = 8;

    /** What buyers type is nearly always shorter; longer spellings are not worth their memory. */
    private static final int LONGEST_SPELLING = 64;

    private record Spelling(long brand, String typed) {}

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Access access;
    private final CodeLookups lookups;
    private final SecureRandom random = new SecureRandom();

    /** A code's owner and campaign never change; its status may, so whoever decides reads that again. */
    private final Map<CodeLookups.Key, PromoCode> remembered = new ConcurrentHashMap<>();

    private final Map<Spelling, PromoCode> spellings = new ConcurrentHashMap<>();

    private final Map<CodeId, PromoCode> rememberedById = new ConcurrentHashMap<>();

    public Codes(Database db, Ids ids, InstantSource clock, Access access) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
        this.lookups = new CodeLookups(db);
    }

    /** The code that a buyer's text means; its status may be out of date by now. */
    public Optional<PromoCode> resolve(BrandId brand, String typed) {
        var spelling = new Spelling(brand.value(), typed);
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

    /** An ambassador's enrollments with their codes, newest first. */
    public List<Enrollment> enrollmentsOf(BrandId brand, AmbassadorId ambassador) {
        return db.inBrand(brand.value(), tx -> new CodeStore(tx).enrollmentsOf(brand, ambassador));
    }

    /** Makes a campaign's own code, as wished or, for "", a memorable one; tells its display form. */
    public String makeBlanket(Campaign campaign, String wish) {
        return db.inBrand(campaign.brand().value(), tx -> {
            if (!wish.isEmpty()) {
                return give(tx, campaign, null, wish).display();
            }
            var store = new CodeStore(tx);
            store.lockCodesOf(campaign.brand());
            var brand = access.brand(campaign.brand()).orElseThrow().name();
            var candidates = BlanketCodes.candidates(brand, campaign.name(), number(campaign), random);
            return firstFree(store, campaign, null, PromoCode.Kind.BLANKET, candidates)
                    .display();
        });
    }

    /** Stores a code as the brand wishes it; 409 if the same text, however it is spelt, is taken. */
    public PromoCode give(Campaign campaign, @Nullable AmbassadorId owner, String wish) {
        return db.inBrand(campaign.brand().value(), tx -> give(tx, campaign, owner, wish));
    }

    /** Makes unique random codes that nobody owns yet, or one ambassador. */
    public List<PromoCode> makeUnique(Campaign campaign, @Nullable AmbassadorId owner, int count) {
        return db.inBrand(campaign.brand().value(), tx -> {
            var store = new CodeStore(tx);
            store.lockCodesOf(campaign.brand());
            var made = new ArrayList<PromoCode>(count);
            for (int i = 0; i < count; i++) {
                var candidates = Stream.generate(() -> RandomCodes.next(random));
                made.add(firstFree(store, campaign, owner, PromoCode.Kind.UNIQUE, candidates));
            }
            return made;
        });
    }

    /**
     * Makes ambassadors members of a campaign and gives each a code after its strategy. Who is a member already keeps
     * what he has.
     */
    public List<Enrollment> enroll(Campaign campaign, Collection<Ambassador> ambassadors) {
        return db.inBrand(campaign.brand().value(), tx -> {
            var store = new CodeStore(tx);
            store.lockCodesOf(campaign.brand());
            var members = new HashMap<AmbassadorId, Enrollment>();
            var wanted = ambassadors.stream().map(one -> one.id().value()).toList();
            store.enrollmentsOf(campaign.brand(), campaign.id(), wanted)
                    .forEach(one -> members.put(one.ambassador(), one));
            var enrollments = new ArrayList<Enrollment>(ambassadors.size());
            for (var ambassador : ambassadors) {
                enrollments.add(members.computeIfAbsent(ambassador.id(), _ -> enroll(store, campaign, ambassador)));
            }
            return enrollments;
        });
    }

    private Enrollment enroll(CodeStore store, Campaign campaign, Ambassador ambassador) {
        var code = codeFor(store, campaign, ambassador);
        var enrollment = new Enrollment(new Enrollment.Id(ids.next()), campaign.id(), ambassador.id(), code);
        store.insertEnrollment(campaign.brand(), enrollment, clock.instant());
        return enrollment;
    }

    private PromoCode codeFor(CodeStore store, Campaign campaign, Ambassador ambassador) {
        return switch (campaign.strategy()) {
            case BLANKET ->
                store.blanketOf(campaign.brand(), campaign.id())
                        .orElseThrow(() -> new RequestRefused(
                                409,
                                "campaign_state",
                                "The campaign has no code of its own yet. Launch it, or give it one."));
            case UNIQUE ->
                firstFree(
                        store,
                        campaign,
                        ambassador.id(),
                        PromoCode.Kind.UNIQUE,
                        Stream.generate(() -> RandomCodes.next(random)));
            // Tiered gives personal codes until followers decide who belongs to the tier.
            case PERSONAL, TIERED ->
                firstFree(
                        store,
                        campaign,
                        ambassador.id(),
                        PromoCode.Kind.PERSONAL,
                        PersonalCodes.candidates(
                                ambassador.name(),
                                ambassador.handle() == null ? "" : ambassador.handle(),
                                number(campaign),
                                random));
        };
    }

    private PromoCode give(Handle tx, Campaign campaign, @Nullable AmbassadorId owner, String wish) {
        var text = CodeText.typed(wish)
                .orElseThrow(() -> new RequestRefused(
                        422, "code_invalid", "A code has 3 to 32 letters or digits; blanks and hyphens don't count."));
        var store = new CodeStore(tx);
        store.lockCodesOf(campaign.brand());
        var kind = owner == null ? PromoCode.Kind.BLANKET : PromoCode.Kind.PERSONAL;
        var code = code(campaign, owner, kind, text);
        if (!store.insert(campaign.brand(), code, text.skeleton(), clock.instant())) {
            throw new RequestRefused(
                    409, "code_taken", "This code, or one that looks the same, is taken. Choose another text.");
        }
        return code;
    }

    private PromoCode firstFree(
            CodeStore store,
            Campaign campaign,
            @Nullable AmbassadorId owner,
            PromoCode.Kind kind,
            Stream<CodeText> candidates) {
        var iterator = candidates.iterator();
        while (true) {
            var texts = new ArrayList<CodeText>(CANDIDATES);
            while (texts.size() < (kind == PromoCode.Kind.UNIQUE ? 1 : CANDIDATES)) {
                texts.add(iterator.next());
            }
            var taken = kind == PromoCode.Kind.UNIQUE
                    ? List.<String>of()
                    : store.taken(
                            campaign.brand(),
                            texts.stream().map(CodeText::skeleton).toList());
            for (var text : texts) {
                var code = code(campaign, owner, kind, text);
                if (!taken.contains(text.skeleton())
                        && store.insert(campaign.brand(), code, text.skeleton(), clock.instant())) {
                    return code;
                }
            }
        }
    }

    private PromoCode code(Campaign campaign, @Nullable AmbassadorId owner, PromoCode.Kind kind, CodeText text) {
        return new PromoCode(
                new CodeId(ids.next()),
                campaign.id(),
                owner,
                kind,
                text.canonical(),
                text.display(),
                PromoCode.Status.LIVE,
                true);
    }

    /** What codes end in: the offer's number, or a word where it has none that is short. */
    private static String number(Campaign campaign) {
        var number = campaign.offer().number();
        if (!number.isEmpty() && number.length() <= 6) {
            return number;
        }
        return campaign.offer() instanceof Offer.FreeShipping ? "SHIP" : "OFF";
    }

    /** Whether members of a campaign share its own code. */
    static boolean sharesBlanket(Campaign campaign) {
        return campaign.strategy() == Strategy.BLANKET;
    }
}
