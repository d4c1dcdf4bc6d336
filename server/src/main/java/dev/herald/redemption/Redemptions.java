package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.code.PromoCode;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.Unavailable;
import dev.herald.share.Links;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Validates, redeems and reverses codes. Redemptions and reversals go through the lane of their campaign. */
public final class Redemptions implements AutoCloseable {

    /** Two writers keep one transaction reading while another waits for the disk; more only make batches smaller. */
    private static final int LANES = 2;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Codes codes;
    private final Links links;
    private final Validations validations;
    private final List<RedemptionLane> lanes;
    private final Corrections corrections;
    private final DeclineTally declines;

    /**
     * What redemptions ask other features.
     *
     * @param links knows whose clicks a shop hands back
     */
    public record Sources(Codes codes, Campaigns campaigns, Links links) {}

    /** @param recorded told after each commit which brand has new events; must return at once */
    public Redemptions(Database db, Ids ids, InstantSource clock, Sources sources, Consumer<BrandId> recorded) {
        var campaigns = sources.campaigns();
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.codes = sources.codes();
        this.links = sources.links();
        this.validations = new Validations(db, campaigns);
        this.corrections = new Corrections(codes, campaigns);
        this.declines = new DeclineTally(db, clock);
        this.lanes = IntStream.range(0, LANES)
                .mapToObj(
                        i -> new RedemptionLane("redemption-lane-" + i, new LaneSession(db, ids, campaigns), recorded))
                .toList();
    }

    /** Brings counters in line with a campaign's changed limits; for {@link Campaigns.Consequences}. */
    public static void adaptCounters(Database db, Campaign campaign) {
        db.inBrand(campaign.brand().value(), tx -> {
            new CounterStore(tx, campaign).adapt();
            return campaign;
        });
    }

    /** Safe to repeat: the same request gets the same redemption and changes nothing. */
    public Outcome redeem(Brand brand, String typed, Buyer buyer, Order order, @Nullable RequestKey key) {
        return begin(brand, new RedemptionInput(typed, buyer, order, List.of()), key)
                .get();
    }

    /** Puts a redemption into its lane; what is returned waits for the outcome. Those begun together share commits. */
    Supplier<Outcome> begin(Brand brand, RedemptionInput asked, @Nullable RequestKey key) {
        return switch (understand(brand, asked, key)) {
            case Understood.Known known -> begin(brand, attempt(brand, known, asked, key), null);
            case Understood.Unknown(var suggestions) -> {
                declines.add(brand, meant(suggestions), "redemption", Decline.CODE_UNKNOWN);
                yield () -> new Outcome.CodeUnknown(suggestions);
            }
        };
    }

    /**
     * The same for what is held, with the code and the customer of the hold. An order without a time of its own counts as
     * placed when its slot was reserved, so that a campaign that ends during the checkout keeps its word.
     *
     * @param clicks further ones, besides those of the hold
     */
    Supplier<Outcome> begin(
            Brand brand, Reservation reservation, Order order, List<String> clicks, @Nullable RequestKey key) {
        var code = new Understood.Known(codes.known(brand.id(), reservation.codeId()), reservation.correctedFrom());
        var placed = order.placedAt() == null ? order.placedAt(reservation.reservedAt()) : order;
        var all = Stream.concat(reservation.clicks().stream(), clicks.stream())
                .distinct()
                .toList();
        var asked = new RedemptionInput("", reservation.buyer(), placed, all);
        return begin(brand, attempt(brand, code, asked, key), reservation.id());
    }

    private Supplier<Outcome> begin(Brand brand, Attempt attempt, @Nullable ReservationId reservation) {
        var task = new LaneTask.Redeem(attempt, reservation, new RedemptionId(ids.next()), new CompletableFuture<>());
        enqueue(task);
        return () -> told(brand, attempt, "redemption", outcome(task));
    }

    /** Holds a slot for a buyer's order. Safe to repeat: the same request gets the same hold. */
    Outcome reserve(Brand brand, RedemptionInput asked, int ttlSeconds, @Nullable RequestKey key) {
        return switch (understand(brand, asked, key)) {
            case Understood.Known known -> {
                var attempt = attempt(brand, known, asked, key);
                var task = new LaneTask.Reserve(
                        attempt, ttlSeconds, new ReservationId(ids.next()), new CompletableFuture<>());
                yield told(brand, attempt, "reservation", inLane(task));
            }
            case Understood.Unknown(var suggestions) -> {
                declines.add(brand, meant(suggestions), "reservation", Decline.CODE_UNKNOWN);
                yield new Outcome.CodeUnknown(suggestions);
            }
        };
    }

    /** Lets a slot go at once. Safe to repeat. */
    public Outcome release(Reservation reservation) {
        return inLane(new LaneTask.Release(reservation, new CompletableFuture<>()));
    }

    /** Holds a slot for so long from now, at most a day in all; never shortens. */
    public Outcome extend(Reservation reservation, int ttlSeconds) {
        return inLane(new LaneTask.Extend(reservation, ttlSeconds, new CompletableFuture<>()));
    }

    public Optional<Reservation> findReservation(BrandId brand, ReservationId id) {
        return db.inBrand(brand.value(), tx -> new RedemptionStore(tx).findReservation(brand, id));
    }

    /** The campaign whose code a text comes close to, which the slip is counted with; 0 for none. */
    private static long meant(List<PromoCode> suggestions) {
        return suggestions.isEmpty() ? 0 : suggestions.getFirst().campaign().value();
    }

    private Outcome told(Brand brand, Attempt attempt, String kind, Outcome outcome) {
        if (outcome instanceof Outcome.Declined(var reason)) {
            declines.add(brand, attempt.code().campaign().value(), kind, reason);
        }
        return outcome;
    }

    /** Safe to repeat with the same key. */
    public Outcome reverse(ReversalAttempt attempt) {
        var task = new LaneTask.Reverse(attempt, new ReversalId(ids.next()), new CompletableFuture<>());
        enqueue(task);
        return outcome(task);
    }

    /** Changes nothing and locks nothing. */
    public Validation validate(Brand brand, String typed, Buyer buyer, Order order) {
        return validate(brand, new RedemptionInput(typed, buyer, order, List.of()));
    }

    Validation validate(Brand brand, RedemptionInput asked) {
        return switch (understand(brand, asked, null)) {
            case Understood.Known known -> {
                var validation = validations.of(attempt(brand, known, asked, null));
                if (validation instanceof Validation.Invalid(var reason)) {
                    declines.add(brand, known.code().campaign().value(), "validation", reason);
                }
                yield validation;
            }
            case Understood.Unknown(var suggestions) -> {
                declines.add(brand, meant(suggestions), "validation", Decline.CODE_UNKNOWN);
                yield new Validation.CodeUnknown(suggestions);
            }
        };
    }

    /** The same for staff that tries a code out: nobody was declined, so nothing is counted. */
    public Validation tryOut(Brand brand, PromoCode code, Buyer buyer, Order order) {
        var asked = new RedemptionInput(code.text(), buyer, order, List.of());
        return validations.of(attempt(brand, new Understood.Known(code, null), asked, null));
    }

    public Optional<Redemption> find(BrandId brand, RedemptionId id) {
        return db.inBrand(brand.value(), tx -> new RedemptionStore(tx).find(brand, id));
    }

    /** Newest first; {@code campaign} is absent for all. */
    public List<Redemption> list(BrandId brand, @Nullable CampaignId campaign, Page page) {
        return db.inBrand(brand.value(), tx -> new RedemptionStore(tx).list(brand, campaign, page));
    }

    /** The code of a redemption. */
    public PromoCode codeOf(Redemption redemption) {
        return codes.known(redemption.brand(), redemption.codeId());
    }

    /** The code of a reservation. */
    public PromoCode codeOf(Reservation reservation) {
        return codes.known(reservation.brand(), reservation.codeId());
    }

    @Override
    public void close() {
        lanes.forEach(RedemptionLane::close);
        declines.close();
    }

    private Understood understand(Brand brand, RedemptionInput asked, @Nullable RequestKey key) {
        var typed = asked.code();
        return corrections.understand(
                brand,
                typed,
                asked.buyer(),
                () -> db.inBrand(
                        brand.id().value(),
                        tx -> new RedemptionStore(tx)
                                .mendedBefore(brand.id(), typed.strip(), hash(brand, asked.order()), key)
                                .map(id -> codes.known(brand.id(), id))));
    }

    private static KeyedHash hash(Brand brand, Order order) {
        return hash(brand, order.reference());
    }

    static KeyedHash hash(Brand brand, String orderReference) {
        return brand.secret().hash("order", orderReference);
    }

    private Attempt attempt(Brand brand, Understood.Known known, RedemptionInput asked, @Nullable RequestKey key) {
        var order = asked.order();
        var placedAt = order.placedAt() == null ? clock.instant() : order.placedAt();
        var turnDay = LocalDate.ofInstant(placedAt, brand.zone());
        return new Attempt(
                brand.id(),
                brand.secret(),
                known.code(),
                known.correctedFrom(),
                asked.buyer(),
                order,
                hash(brand, order),
                turnDay,
                touches(brand, known.code(), asked),
                key);
    }

    /** Looked up before the lane, so that nobody waits there for the clicks of others. */
    private List<Touch> touches(Brand brand, PromoCode code, RedemptionInput asked) {
        if (asked.clicks().isEmpty()) {
            return List.of();
        }
        return links.handedBack(brand, asked.clicks()).stream()
                .filter(click -> click.campaign().equals(code.campaign()))
                .map(click -> Touch.of(click, asked.buyer().has(brand.secret(), click.email())))
                .toList();
    }

    private Outcome inLane(LaneTask task) {
        enqueue(task);
        return outcome(task);
    }

    private void enqueue(LaneTask task) {
        var lane = Math.floorMod(
                31 * Long.hashCode(task.brand().value())
                        + Long.hashCode(task.campaign().value()),
                lanes.size());
        lanes.get(lane).add(task);
    }

    private static Outcome outcome(LaneTask task) {
        try {
            return task.outcome().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Unavailable away) {
                throw away;
            }
            throw new IllegalStateException("A redemption or reversal could not be carried out", e.getCause());
        }
    }
}
