package dev.herald.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.KeyedHash;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.campaign.AttributionPolicy.Precedence;
import dev.herald.campaign.AttributionPolicy.ReturningCustomers;
import dev.herald.campaign.AttributionPolicy.SelfUse;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Offer;
import dev.herald.campaign.Period;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.ReversalReason;
import dev.herald.campaign.Strategy;
import dev.herald.code.CodeId;
import dev.herald.code.PromoCode;
import dev.herald.money.BasisPoints;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One random history: few campaigns with small limits, few buyers, few orders, so that everything collides. Batches are
 * decided as the lanes decide them: swiftly, while other processes may commit between read and write, or carefully and
 * alone. Answers get lost and are asked for again. A failure names the seed, which repeats it.
 */
final class Simulation {

    private static final int STEPS = 40;
    private static final List<AmbassadorId> AMBASSADORS = List.of(new AmbassadorId(11), new AmbassadorId(21));
    private static final List<ReversalReason> REASONS = List.of(ReversalReason.values());

    private final long seed;
    private final SplittableRandom random;
    private final Tables tables = new Tables();
    private final NaiveModel model = new NaiveModel(tables);
    private final Map<LaneTask, String> firstAnswers = new HashMap<>();
    private long id;

    Simulation(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        for (long campaign = 1; campaign <= 2; campaign++) {
            tables.campaigns.put(campaign, campaign(campaign));
        }
    }

    /** The number of batches carried out. */
    int run() {
        var lost = new ArrayList<LaneTask>();
        for (int step = 0; step < STEPS; step++) {
            tables.now = tables.now.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(90_000) : random.nextInt(400));
            var batch = new ArrayList<LaneTask>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                batch.add(!lost.isEmpty() && random.nextInt(3) == 0 ? lost.removeFirst() : task());
            }
            var distinct = batch.stream().distinct().toList();
            carryOut(distinct);
            distinct.stream().filter(_ -> random.nextInt(4) == 0).forEach(lost::add);
            countersAreSums();
        }
        return STEPS;
    }

    private void carryOut(List<LaneTask> batch) {
        if (!needsCare(batch) && random.nextBoolean()) {
            var state = tables.read(batch, false);
            var outcomes = batch.stream().map(state::decide).toList();
            var raced = random.nextInt(3) == 0;
            if (raced) {
                carefully(List.of(task()));
            }
            if (state.isUnchanged() || tables.write(state)) {
                if (!raced) {
                    remember(batch, outcomes);
                }
                return;
            }
        }
        carefully(batch);
    }

    /** Alone with the tables: each answer is the naive model's, who is asked one request after the other. */
    private void carefully(List<LaneTask> batch) {
        var state = tables.read(batch, true);
        state.expireHolds();
        var outcomes = new ArrayList<Outcome>();
        var undecided = tables.read(List.of(), true);
        undecided.expireHolds();
        assertThat(tables.write(undecided)).isTrue();
        for (var task : batch) {
            var expected = model.expected(task);
            var outcome = state.decide(task);
            outcomes.add(outcome);
            assertThat(NaiveModel.told(outcome)).as("seed %d: %s", seed, task).isEqualTo(expected);
            // The model counts rows, so it has to see what this batch has made so far.
            var alone = tables.read(List.of(task), true);
            var again = alone.decide(task);
            assertThat(NaiveModel.told(again))
                    .as("seed %d alone: %s", seed, task)
                    .isEqualTo(expected);
            assertThat(alone.isUnchanged() || tables.write(alone))
                    .as("seed %d", seed)
                    .isTrue();
        }
        remember(batch, outcomes);
    }

    private boolean needsCare(List<LaneTask> batch) {
        return batch.stream()
                .anyMatch(task -> !(task instanceof LaneTask.Redeem redeem)
                        || redeem.reservation() != null
                        || tables.hasHolds(task.campaign())
                        || tables.campaign(task.campaign()).asksForFirstOrder());
    }

    /** Who asks again after a lost answer is told the same, as long as it was a yes. */
    private void remember(List<LaneTask> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            if (!(outcomes.get(i) instanceof Outcome.Redeemed(var redemption))) {
                continue;
            }
            var told = redemption.id().toString();
            var first = firstAnswers.putIfAbsent(batch.get(i), told);
            assertThat(told).as("seed %d: %s asked again", seed, batch.get(i)).isEqualTo(first == null ? told : first);
        }
    }

    private void countersAreSums() {
        var credited = tables.redemptions.values().stream()
                .filter(one -> one.ambassador() != null)
                .map(Redemption::orderHash)
                .toList();
        assertThat(credited).as("seed %d: one credit an order", seed).doesNotHaveDuplicates();
        for (var campaign : tables.campaigns.values()) {
            var held = tables.reservations.values().stream()
                    .filter(one -> one.campaign().equals(campaign.id()) && one.state() == Reservation.State.HELD)
                    .toList();
            var standing = tables.redemptions.values().stream()
                    .filter(one -> one.campaign().equals(campaign.id()))
                    .filter(one -> tables.reversals.stream()
                            .noneMatch(back -> back.redemption().equals(one.id()) && back.slotBack()))
                    .count();
            if (campaign.limits().countsCampaign()) {
                assertThat(tables.row(campaign.id())[0])
                        .as("seed %d: used", seed)
                        .isEqualTo(standing + held.size())
                        .isLessThanOrEqualTo(campaign.limits().perCampaign());
                assertThat(tables.row(campaign.id())[1])
                        .as("seed %d: spent", seed)
                        .isBetween(0L, campaign.limits().budget());
            }
        }
        tables.reversals.stream()
                .map(Reversal::redemption)
                .distinct()
                .forEach(redemption -> assertThat(tables.reversals.stream()
                                .filter(one -> one.redemption().equals(redemption))
                                .mapToLong(Reversal::amount)
                                .sum())
                        .as("seed %d: reversed", seed)
                        .isLessThanOrEqualTo(tables.redemption(redemption).amount()));
    }

    private LaneTask task() {
        var redemptions = List.copyOf(tables.redemptions.values());
        var reservations = List.copyOf(tables.reservations.values());
        return switch (random.nextInt(8)) {
            case 0 ->
                redemptions.isEmpty() ? redeem(null) : reverse(redemptions.get(random.nextInt(redemptions.size())));
            case 1, 2 ->
                new LaneTask.Reserve(
                        attempt(campaign(), null),
                        random.nextInt(1, 1_000),
                        new ReservationId(++id),
                        new CompletableFuture<>());
            case 3 -> redeem(reservations.isEmpty() ? null : reservations.get(random.nextInt(reservations.size())));
            case 4 ->
                reservations.isEmpty()
                        ? redeem(null)
                        : new LaneTask.Release(
                                reservations.get(random.nextInt(reservations.size())), new CompletableFuture<>());
            case 5 ->
                reservations.isEmpty()
                        ? redeem(null)
                        : new LaneTask.Extend(
                                reservations.get(random.nextInt(reservations.size())),
                                random.nextInt(1, 100_000),
                                new CompletableFuture<>());
            default -> redeem(null);
        };
    }

    private LaneTask redeem(@Nullable Reservation reservation) {
        var campaign = reservation == null ? campaign() : tables.campaign(reservation.campaign());
        return new LaneTask.Redeem(
                attempt(campaign, reservation),
                reservation == null ? null : reservation.id(),
                new RedemptionId(++id),
                new CompletableFuture<>());
    }

    private LaneTask reverse(Redemption redemption) {
        var amount = random.nextBoolean() ? null : (Long) random.nextLong(1, redemption.amount() + 1);
        var reason = REASONS.get(random.nextInt(REASONS.size()));
        var key = amount == null && random.nextBoolean()
                ? null
                : key(List.of(redemption.id(), reason, amount == null ? 0 : amount));
        return new LaneTask.Reverse(
                new ReversalAttempt(redemption, reason, amount, key), new ReversalId(++id), new CompletableFuture<>());
    }

    private Attempt attempt(Campaign campaign, @Nullable Reservation reservation) {
        var code = reservation == null
                ? campaign.id().value() * 10 + random.nextInt(2)
                : reservation.codeId().value();
        var order = random.nextInt(12);
        var buyer = reservation == null ? buyer() : reservation.buyer();
        var amount = 1_000 * random.nextInt(1, 4);
        return new Attempt(
                Attempts.BRAND,
                Attempts.SECRET,
                new PromoCode(
                        new CodeId(code),
                        campaign.id(),
                        Tables.owner(code),
                        PromoCode.Kind.BLANKET,
                        "CODE" + code,
                        "CODE" + code,
                        PromoCode.Status.LIVE,
                        true,
                        null,
                        null),
                null,
                buyer,
                new Order("o" + order, amount, "USD", 0, null, null, List.of()),
                new KeyedHash(9, order),
                LocalDate.ofInstant(tables.now, ZoneOffset.UTC),
                touches(buyer),
                random.nextInt(3) == 0 ? key(List.of(code, order, amount, buyer.identities())) : null);
    }

    private Buyer buyer() {
        var identities = new ArrayList<KeyedHash>();
        for (int i = random.nextInt(3); i > 0; i--) {
            identities.add(identity(random.nextInt(6)));
        }
        return new Buyer(identities, null, null, List.of());
    }

    /** Some buyers are ambassadors. */
    private static KeyedHash identity(int number) {
        return number < 4
                ? new KeyedHash(1, number)
                : Buyer.email(Attempts.SECRET, Tables.email(AMBASSADORS.get(number - 4)));
    }

    /** Within the window, at its edge, and long ago. */
    private List<Touch> touches(Buyer buyer) {
        var touches = new ArrayList<Touch>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var ambassador = AMBASSADORS.get(random.nextInt(AMBASSADORS.size()));
            var at = tables.now.minus(Duration.ofHours(random.nextLong(0, 72)));
            var isBuyer = buyer.has(Attempts.SECRET, Tables.email(ambassador));
            touches.add(new Touch("token", ambassador.value() + 50, ambassador, "Ambassador", isBuyer, at));
        }
        return touches;
    }

    /** Few keys, so that they collide; the fingerprint is that of the request. */
    private RequestKey key(List<?> request) {
        return new RequestKey(new KeyedHash(5, random.nextInt(60)), new KeyedHash(6, request.hashCode()));
    }

    private Campaign campaign() {
        return tables.campaign(new CampaignId(random.nextLong(1, 3)));
    }

    private Campaign campaign(long number) {
        var limits = Limits.UNLIMITED;
        if (random.nextBoolean()) {
            limits = limits.withPerCampaign(random.nextInt(1, 8));
        }
        if (random.nextInt(3) == 0) {
            limits = limits.withPerCode(random.nextInt(1, 5));
        }
        if (random.nextInt(3) == 0) {
            limits = limits.withBudget(random.nextInt(200, 2_500));
        }
        for (var period : Period.values()) {
            if (random.nextInt(5) == 0) {
                limits = limits.withPerCustomer(period, random.nextInt(1, 4));
            }
        }
        if (random.nextInt(6) == 0) {
            limits = limits.withFirstOrderOnly();
        }
        return new Campaign(
                Attempts.BRAND,
                new CampaignId(number),
                1,
                "Campaign " + number,
                Objective.LOYALTY,
                Strategy.BLANKET,
                Campaign.USUAL_TIER,
                new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM),
                Currency.getInstance("USD"),
                Attempts.START,
                Attempts.END.plus(Duration.ofDays(1_000)),
                random.nextBoolean(),
                Campaign.State.RUNNING,
                limits,
                new ReversalPolicy(gives(), gives(), gives(), random.nextInt(4) == 0 ? 1 : null),
                attribution(),
                null,
                null,
                Attempts.START);
    }

    private AttributionPolicy attribution() {
        return new AttributionPolicy(
                List.of(Precedence.values()).get(random.nextInt(4)),
                random.nextInt(1, 4),
                random.nextInt(3) == 0 ? ReturningCustomers.NO_CREDIT : ReturningCustomers.CREDIT,
                random.nextInt(3) == 0 ? SelfUse.DECLINE : SelfUse.ALLOW);
    }

    private ReversalPolicy.GivesBack gives() {
        return new ReversalPolicy.GivesBack(random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
    }
}
