package dev.herald.code;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Strategy;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes promo codes and gives them to ambassadors, each so far from all others that no slip mixes them up. */
public final class CodeIssuer {

    /** How long a code still works after its owner has chosen another: people have it in old posts. */
    private static final Duration HONOURED = Duration.ofDays(30);

    private static final int ALTERNATIVES = 3;

    /** Nobody keeps good names from others by trying them all. */
    private static final int MOST_OF_ONES_OWN = 10;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Access access;
    private final Codes codes;
    private final CodeTexts texts = new CodeTexts();
    private final DeskQueue queue = new DeskQueue();

    public CodeIssuer(Database db, Ids ids, InstantSource clock, Access access, Codes codes) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
        this.codes = codes;
    }

    /** Keeps everybody else from the brand's codes until the open transaction ends. */
    public void lockCodes(BrandId brand) {
        undisturbed(brand, _ -> brand);
    }

    /** Makes a campaign's own code, as wished or, for "", a memorable one; tells its display form. */
    public String makeBlanket(Campaign campaign, String wish) {
        if (wish.isEmpty()) {
            var candidates = texts.ofBrand(brand(campaign), campaign);
            return atDesk(
                            campaign.brand(),
                            (_, desk) -> desk.makeMemorable(campaign, null, PromoCode.Kind.BLANKET, candidates))
                    .display();
        }
        return switch (give(campaign, null, wish)) {
            case Wish.Granted(var code) -> code.display();
            case Wish.Refused refused -> throw refused.asProblem();
        };
    }

    /** Stores a code as the brand wishes it, even too close to another; refused only if the text is taken. */
    public Wish give(Campaign campaign, @Nullable AmbassadorId owner, String wish) {
        var text = text(wish);
        var kind = owner == null ? PromoCode.Kind.BLANKET : PromoCode.Kind.PERSONAL;
        return atDesk(
                campaign.brand(),
                (_, desk) -> desk.admission().isTaken(text.skeleton())
                        ? refused(desk, campaign, text, Objection.TAKEN)
                        : new Wish.Granted(desk.take(campaign, owner, kind, text)));
    }

    /** Makes unique random codes. */
    List<PromoCode> makeUnique(UniqueCodes wanted) {
        return atDesk(wanted.campaign().brand(), (_, desk) -> desk.makeUnique(wanted));
    }

    /** What so many further codes of the brand look like by default: the more there are, the longer. */
    CodePattern patternFor(BrandId brand, long more) {
        return CodePattern.ofLength(atDesk(brand, (_, desk) -> desk.lengthFor(more)));
    }

    /** Codes that could be had now, the best first: for an ambassador, or for the campaign itself. */
    public List<String> suggest(Campaign campaign, @Nullable Ambassador ambassador, int count) {
        var candidates = ambassador == null ? texts.ofBrand(brand(campaign), campaign) : texts.of(ambassador, campaign);
        return atDesk(campaign.brand(), (_, desk) -> desk.free(candidates, count));
    }

    /** What speaks against a code that a brand thinks of, with others that could be had; empty if nothing does. */
    public Optional<Wish.Refused> objection(Campaign campaign, String wish) {
        var text = text(wish);
        return atDesk(
                campaign.brand(),
                (_, desk) -> desk.admission()
                        .toMemorable(text)
                        .map(objection ->
                                new Wish.Refused(objection, desk.free(texts.like(text, campaign), ALTERNATIVES))));
    }

    /**
     * Makes ambassadors members of a campaign and gives each a code after its strategy. Who is a member already keeps
     * what he has.
     */
    public List<Enrollment> enroll(Campaign campaign, Collection<Ambassador> ambassadors) {
        return enroll(campaign, ambassadors, null);
    }

    /** The same with unique codes of a pattern; absent for as many random symbols as keep them from being guessed. */
    List<Enrollment> enroll(Campaign campaign, Collection<Ambassador> ambassadors, @Nullable CodePattern pattern) {
        return atDesk(campaign.brand(), (tx, desk) -> {
            var store = new EnrollmentStore(tx);
            var members = new HashMap<AmbassadorId, Enrollment>();
            var wanted = ambassadors.stream().map(one -> one.id().value()).toList();
            store.of(campaign.brand(), campaign.id(), wanted).forEach(one -> members.put(one.ambassador(), one));
            var tier = campaign.strategy() == Strategy.TIERED
                    ? store.mostFollowed(campaign.brand(), campaign.tier(), wanted)
                    : Set.<AmbassadorId>of();
            var enrollments = new ArrayList<Enrollment>(ambassadors.size());
            for (var ambassador : ambassadors) {
                enrollments.add(members.computeIfAbsent(ambassador.id(), id -> {
                    var given = tier.contains(id) ? Strategy.PERSONAL : campaign.strategy();
                    var code = codeFor(tx, desk, campaign, given, ambassador, pattern);
                    var enrollment = new Enrollment(new Enrollment.Id(ids.next()), campaign.id(), id, code);
                    store.insert(campaign.brand(), enrollment, clock.instant());
                    return enrollment;
                }));
            }
            return enrollments;
        });
    }

    /** Gives a member the code of his own that he wishes, if nothing speaks against it; his last one works on for a while. */
    public Wish choose(Campaign campaign, Enrollment enrollment, String wish) {
        var text = text(wish);
        return atDesk(campaign.brand(), (tx, desk) -> {
            var present = new EnrollmentStore(tx)
                    .find(campaign.brand(), enrollment.id())
                    .orElseThrow()
                    .code();
            if (!enrollment.ambassador().equals(present.owner())) {
                throw new RequestRefused(
                        409, "code_shared", "All members of this campaign share its code; none has one of his own.");
            }
            if (present.status() == PromoCode.Status.DISABLED) {
                throw new RequestRefused(
                        409, "code_disabled", "The brand has disabled this code: it must give another one itself.");
            }
            if (present.text().equals(text.canonical())) {
                return new Wish.Granted(present);
            }
            if (new EnrollmentStore(tx).codesOf(campaign, enrollment.ambassador()) >= MOST_OF_ONES_OWN) {
                throw new RequestRefused(
                        409, "codes_exhausted", "The code was changed as often as it can be in one campaign.");
            }
            var objection = desk.admission().toMemorable(text);
            if (objection.isPresent()) {
                return refused(desk, campaign, text, objection.get());
            }
            var chosen = desk.take(campaign, present.owner(), PromoCode.Kind.PERSONAL, text);
            succeed(tx, campaign.brand(), present, chosen, clock.instant().plus(HONOURED));
            return new Wish.Granted(chosen);
        });
    }

    /**
     * Puts another code in the place of one, with the same owner and members.
     *
     * @param wish the new text, or "" for a fresh one of the same kind
     * @param honouredUntil until when the old code still works
     */
    public Wish rotate(Campaign campaign, PromoCode old, String wish, Instant honouredUntil) {
        var wished = wish.isEmpty() ? Optional.<CodeText>empty() : Optional.of(text(wish));
        return atDesk(campaign.brand(), (tx, desk) -> {
            var present = codes.find(campaign.brand(), old.id()).orElseThrow();
            if (present.status() == PromoCode.Status.DISABLED || present.successor() != null) {
                throw new RequestRefused(
                        409, "code_disabled", "This code is disabled or was replaced before: rotate the one in use.");
            }
            if (wished.isPresent() && desk.admission().isTaken(wished.get().skeleton())) {
                return refused(desk, campaign, wished.get(), Objection.TAKEN);
            }
            var successor = wished.map(text -> desk.take(campaign, present.owner(), present.kind(), text))
                    .orElseGet(() -> fresh(desk, campaign, present));
            succeed(tx, campaign.brand(), present, successor, honouredUntil);
            return new Wish.Granted(successor);
        });
    }

    /** Ends a code for good; once this returns, no redemption with it begins. Its text is never given to anybody else. */
    public void disable(BrandId brand, PromoCode code) {
        undisturbed(brand, tx -> {
            new BookStore(tx, brand).disable(code.id(), clock.instant());
            return code;
        });
    }

    /** Lets a code end at a time; it can only become earlier. */
    public void expire(BrandId brand, PromoCode code, Instant at) {
        undisturbed(brand, tx -> {
            new BookStore(tx, brand).expire(code.id(), at, null, clock.instant());
            return code;
        });
    }

    private void succeed(Handle tx, BrandId brand, PromoCode old, PromoCode successor, Instant honouredUntil) {
        new BookStore(tx, brand).expire(old.id(), honouredUntil, successor.id(), clock.instant());
        new EnrollmentStore(tx).move(brand, old.id(), successor.id());
    }

    private PromoCode fresh(Desk desk, Campaign campaign, PromoCode old) {
        return switch (old.kind()) {
            case UNIQUE ->
                desk.makeUnique(UniqueCodes.oneFor(campaign, old.owner())).getFirst();
            case PERSONAL, BLANKET ->
                desk.makeMemorable(
                        campaign,
                        old.owner(),
                        old.kind(),
                        texts.like(CodeText.typed(old.text()).orElseThrow(), campaign));
        };
    }

    private PromoCode codeFor(
            Handle tx,
            Desk desk,
            Campaign campaign,
            Strategy given,
            Ambassador ambassador,
            @Nullable CodePattern pattern) {
        return switch (given) {
            // Of a tiered campaign only those outside the tier come here.
            case BLANKET, TIERED ->
                new CodeStore(tx)
                        .blanketOf(campaign.brand(), campaign.id(), clock.instant())
                        .orElseThrow(() -> new RequestRefused(
                                409,
                                "campaign_state",
                                "The campaign has no code of its own yet. Launch it, or give it one."));
            case UNIQUE ->
                desk.makeUnique(UniqueCodes.oneFor(campaign, ambassador.id(), pattern))
                        .getFirst();
            case PERSONAL ->
                desk.makeMemorable(campaign, ambassador.id(), PromoCode.Kind.PERSONAL, texts.of(ambassador, campaign));
        };
    }

    private Wish refused(Desk desk, Campaign campaign, CodeText text, Objection objection) {
        return new Wish.Refused(objection, desk.free(texts.like(text, campaign), ALTERNATIVES));
    }

    private Brand brand(Campaign campaign) {
        return access.brand(campaign.brand()).orElseThrow();
    }

    private static CodeText text(String wish) {
        return CodeText.typed(wish)
                .orElseThrow(() -> new RequestRefused(
                        422, "code_invalid", "A code has 3 to 32 letters or digits; blanks and hyphens don't count."));
    }

    /**
     * Does something while nobody else makes or changes codes of the brand. Whoever stops a campaign's redemptions as well
     * comes here first, so that shoppers need not wait until long work leaves off.
     */
    public <T> T undisturbed(BrandId brand, Function<Handle, T> work) {
        return queue.inTurn(() -> db.inBrand(brand.value(), tx -> {
            codes.books().lock(tx, brand);
            return work.apply(tx);
        }));
    }

    /** The same with all codes of the brand read, which may take seconds after a start. */
    public <T> T prepared(BrandId brand, Supplier<T> work) {
        return atDesk(brand, (_, _) -> work.get());
    }

    private <T> T atDesk(BrandId brand, BiFunction<Handle, Desk, T> work) {
        return queue.inTurn(() -> db.inBrand(brand.value(), tx -> {
            var now = clock.instant();
            var admission = codes.books().admission(tx, brand, now);
            return work.apply(tx, new Desk(admission, new BookStore(tx, brand), ids, now));
        }));
    }
}
