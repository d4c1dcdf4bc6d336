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
import dev.herald.redemption.LaneReads.Care;
import dev.herald.redemption.RedemptionRules.Decision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Validates, redeems and reverses codes. Redemptions and reversals go through the lane of their campaign. */
public final class Redemptions implements AutoCloseable {

    /** Two writers keep one transaction reading while another waits for the disk; more only make batches smaller. */
    private static final int LANES = 2;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Codes codes;
    private final Campaigns campaigns;
    private final List<RedemptionLane> lanes;
    private final Corrections corrections;
    private final DeclineTally declines;

    /** @param recorded told after each commit which brand has new events; must return at once */
    public Redemptions(
            Database db, Ids ids, InstantSource clock, Codes codes, Campaigns campaigns, Consumer<BrandId> recorded) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.codes = codes;
        this.campaigns = campaigns;
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
        return begin(brand, typed, buyer, order, key).get();
    }

    /** Puts a redemption into its lane; what is returned waits for the outcome. Those begun together share commits. */
    Supplier<Outcome> begin(Brand brand, String typed, Buyer buyer, Order order, @Nullable RequestKey key) {
        return switch (understand(brand, typed, buyer, order, key)) {
            case Understood.Known known -> begin(brand, attempt(brand, known, buyer, order, key), null);
            case Understood.Unknown(var suggestions) -> {
                declines.add(brand, meant(suggestions), "redemption", Decline.CODE_UNKNOWN);
                yield () -> new Outcome.CodeUnknown(suggestions);
            }
        };
    }

    /**
     * The same for what is held, with the code and the customer of the hold. An order without a time of its own counts as
     * placed when its slot was reserved, so that a campaign that ends during the checkout keeps its word.
     */
    Supplier<Outcome> begin(Brand brand, Reservation reservation, Order order, @Nullable RequestKey key) {
        var code = new Understood.Known(codes.known(brand.id(), reservation.codeId()), reservation.correctedFrom());
        var placed = order.placedAt() == null ? order.placedAt(reservation.reservedAt()) : order;
        return begin(brand, attempt(brand, code, reservation.buyer(), placed, key), reservation.id());
    }

    private Supplier<Outcome> begin(Brand brand, Attempt attempt, @Nullable ReservationId reservation) {
        var task = new LaneTask.Redeem(attempt, reservation, new RedemptionId(ids.next()), new CompletableFuture<>());
        enqueue(task);
        return () -> told(brand, attempt, "redemption", outcome(task));
    }

    /** Holds a slot for a buyer's order. Safe to repeat: the same request gets the same hold. */
    public Outcome reserve(
            Brand brand, String typed, Buyer buyer, Order order, int ttlSeconds, @Nullable RequestKey key) {
        return switch (understand(brand, typed, buyer, order, key)) {
            case Understood.Known known -> {
                var attempt = attempt(brand, known, buyer, order, key);
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
        return switch (understand(brand, typed, buyer, order, null)) {
            case Understood.Known known -> {
                var validation = validate(attempt(brand, known, buyer, order, null));
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
        return validate(attempt(brand, new Understood.Known(code, null), buyer, order, null));
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

    private Understood understand(Brand brand, String typed, Buyer buyer, Order order, @Nullable RequestKey key) {
        return corrections.understand(
                brand,
                typed,
                buyer,
                () -> db.inBrand(
                        brand.id().value(),
                        tx -> new RedemptionStore(tx)
                                .mendedBefore(brand.id(), typed.strip(), hash(brand, order), key)
                                .map(id -> codes.known(brand.id(), id))));
    }

    private static KeyedHash hash(Brand brand, Order order) {
        return hash(brand, order.reference());
    }

    static KeyedHash hash(Brand brand, String orderReference) {
        return brand.secret().hash("order", orderReference);
    }

    private Attempt attempt(Brand brand, Understood.Known known, Buyer buyer, Order order, @Nullable RequestKey key) {
        var placedAt = order.placedAt() == null ? clock.instant() : order.placedAt();
        var turnDay = LocalDate.ofInstant(placedAt, brand.zone());
        return new Attempt(
                brand.id(), known.code(), known.correctedFrom(), buyer, order, hash(brand, order), turnDay, key);
    }

    private Validation validate(Attempt attempt) {
        var code = attempt.code();
        return db.inBrand(attempt.brand().value(), tx -> {
            var campaign = campaigns.get(attempt.brand(), code.campaign());
            var state = situation(tx.getConnection(), attempt, campaign);
            return switch (state.validate(attempt)) {
                case Decision.Accepted accepted ->
                    new Validation.Valid(
                            code,
                            attempt.correctedFrom(),
                            campaign,
                            state.ownerNames.get(code.id().value()),
                            accepted.discount());
                case Decision.Refused(var decline) -> new Validation.Invalid(decline);
                case Decision.CustomerNeeded() -> new Validation.CustomerNeeded();
            };
        });
    }

    private static LaneState situation(Connection connection, Attempt attempt, Campaign campaign) {
        List<LaneTask> task =
                List.of(new LaneTask.Redeem(attempt, null, new RedemptionId(0), new CompletableFuture<>()));
        var keys = new BatchKeys(task, Map.of(campaign.id().value(), campaign));
        try {
            var read = new LaneReads(connection).read(task, keys, Care.LOOKING, false);
            var state = read.state();
            state.campaigns.put(campaign.id().value(), campaign);
            if (!read.withHolds().isEmpty()) {
                HoldReads.looking(connection).read(state, task, keys);
                state.expireHolds();
            }
            return state;
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
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
