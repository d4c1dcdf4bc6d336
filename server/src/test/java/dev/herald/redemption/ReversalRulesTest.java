package dev.herald.redemption;

import static dev.herald.redemption.Attempts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.KeyedHash;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.ReversalPolicy.GivesBack;
import dev.herald.campaign.ReversalReason;
import dev.herald.redemption.ReversalRules.Decision;
import dev.herald.redemption.ReversalRules.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReversalRulesTest {

    private static final Instant REDEEMED_AT = NOON;
    private static final List<ReversalReason> REASONS = List.of(ReversalReason.values());

    private final Redemption redemption = redemption(2_000, 333);

    @Test
    void nothing_can_be_undone_twice_or_beyond_the_order() {
        var full = reversal(ReversalReason.CANCELLED, all(2_000, 333));
        assertThat(reverse(redemption, ReversalReason.CANCELLED, null, List.of(full)))
                .isEqualTo(new Decision.AlreadyReversed());
        assertThat(reverse(redemption, ReversalReason.CANCELLED, 2_001L, List.of()))
                .isEqualTo(new Decision.Exceeds(2_000));
        assertThat(reverse(redemption, ReversalReason.CANCELLED, 2_000L, List.of()))
                .isEqualTo(all(2_000, 333));
    }

    @Test
    void an_order_of_nothing_can_be_undone_in_full_and_not_in_part() {
        var free = redemption(0, 495);
        assertThat(reverse(free, ReversalReason.CANCELLED, 1L, List.of())).isEqualTo(new Decision.Exceeds(0));
        assertThat(reverse(free, ReversalReason.CANCELLED, null, List.of())).isEqualTo(all(0, 495));
        var undone = reversal(ReversalReason.CANCELLED, all(0, 495));
        assertThat(reverse(free, ReversalReason.CANCELLED, null, List.of(undone)))
                .isEqualTo(new Decision.AlreadyReversed());
    }

    @Nested
    class Policies {

        @Test
        void by_default_a_refund_gives_everything_back_and_a_chargeback_nothing() {
            assertThat(reverse(redemption, ReversalReason.REFUNDED, null, List.of()))
                    .isEqualTo(all(2_000, 333));
            assertThat(reverse(redemption, ReversalReason.CHARGEBACK, null, List.of()))
                    .isEqualTo(new Effect(2_000, 0, true, false, false));
        }

        @Test
        void slot_budget_and_turn_are_given_back_one_by_one() {
            assertThat(refund(new GivesBack(true, false, false), null))
                    .isEqualTo(new Effect(2_000, 0, true, true, false));
            assertThat(refund(new GivesBack(false, true, false), null))
                    .isEqualTo(new Effect(2_000, 333, true, false, false));
            assertThat(refund(new GivesBack(false, false, true), null))
                    .isEqualTo(new Effect(2_000, 0, true, false, true));
        }

        @Test
        void a_partial_reversal_gives_back_its_share_of_the_discount_and_neither_slot_nor_turn() {
            assertThat(refund(GivesBack.ALL, 1_000L)).isEqualTo(new Effect(1_000, 166, false, false, false));
            assertThat(refund(GivesBack.NOTHING, 1_000L)).isEqualTo(new Effect(1_000, 0, false, false, false));
        }

        @Test
        void a_share_that_one_part_kept_no_later_part_gives_back() {
            var kept = reversal(ReversalReason.CHARGEBACK, new Effect(1_000, 0, false, false, false));
            assertThat(reverse(redemption, ReversalReason.REFUNDED, null, List.of(kept)))
                    .isEqualTo(all(1_000, 167));
        }

        private Decision refund(GivesBack refunded, @Nullable Long amount) {
            var policy = new ReversalPolicy(GivesBack.NOTHING, refunded, GivesBack.NOTHING, null);
            return ReversalRules.decide(attempt(redemption, ReversalReason.REFUNDED, amount), List.of(), policy, NOON);
        }
    }

    @Nested
    class Windows {

        private final ReversalPolicy twoWeeks = new ReversalPolicy(GivesBack.ALL, GivesBack.ALL, GivesBack.NOTHING, 14);

        @Test
        void the_last_moment_of_the_window_is_in_time() {
            var end = REDEEMED_AT.plus(Duration.ofDays(14));
            assertThat(at(end.minusNanos(1), List.of())).isEqualTo(all(2_000, 333));
            assertThat(at(end, List.of())).isEqualTo(new Decision.WindowOver(14));
        }

        @Test
        void what_is_reversed_already_is_said_to_be_so_also_when_the_window_is_over() {
            var undone = List.of(reversal(ReversalReason.REFUNDED, all(2_000, 333)));
            assertThat(at(REDEEMED_AT.plus(Duration.ofDays(15)), undone)).isEqualTo(new Decision.AlreadyReversed());
        }

        private Decision at(Instant now, List<Reversal> earlier) {
            return ReversalRules.decide(attempt(redemption, ReversalReason.REFUNDED, null), earlier, twoWeeks, now);
        }
    }

    @Nested
    class Random_histories {

        @Test
        void parts_of_any_sizes_give_back_exactly_the_discount() {
            for (long seed = 0; seed < 1_000; seed++) {
                var order = someOrder(new Random(seed));
                var parts = history(
                        order, new Random(seed), new ReversalPolicy(GivesBack.ALL, GivesBack.ALL, GivesBack.ALL, null));
                assertThat(discountBack(parts)).as("seed " + seed).isEqualTo(order.discount());
                assertThat(parts.getLast().slotBack()).as("seed " + seed).isTrue();
                assertThat(parts.getLast().turnBack()).as("seed " + seed).isTrue();
            }
        }

        @Test
        void whatever_the_policies_the_parts_give_back_at_most_the_redemption() {
            for (long seed = 0; seed < 2_000; seed++) {
                var random = new Random(seed);
                var order = someOrder(random);
                var policy = new ReversalPolicy(some(random), some(random), some(random), null);
                var parts = history(order, random, policy);
                assertThat(parts.stream().mapToLong(Reversal::amount).sum())
                        .as("seed " + seed)
                        .isEqualTo(order.amount());
                assertThat(parts).as("seed " + seed).allMatch(part -> part.discountBack() >= 0);
                assertThat(discountBack(parts)).as("seed " + seed).isBetween(0L, order.discount());
                assertThat(parts.subList(0, parts.size() - 1))
                        .as("seed " + seed)
                        .noneMatch(part -> part.complete() || part.slotBack() || part.turnBack());
                assertThat(parts.getLast().complete()).as("seed " + seed).isTrue();
            }
        }

        /** Reverses at random, also more than stands, until nothing is left. */
        private static List<Reversal> history(Redemption order, Random random, ReversalPolicy policy) {
            var parts = new ArrayList<Reversal>();
            while (true) {
                var reason = REASONS.get(random.nextInt(REASONS.size()));
                var amount = random.nextInt(5) == 0 ? null : (Long) random.nextLong(1, order.amount() + 3);
                switch (ReversalRules.decide(attempt(order, reason, amount), parts, policy, NOON)) {
                    case Effect effect -> parts.add(reversal(reason, effect));
                    case Decision.Exceeds(var standing) ->
                        assertThat(amount).isNotNull().isGreaterThan(standing);
                    case Decision.AlreadyReversed() -> {
                        return parts;
                    }
                    case Decision.WindowOver over -> throw new AssertionError(over);
                }
            }
        }

        private static Redemption someOrder(Random random) {
            var amount = random.nextInt(10) == 0 ? 0 : random.nextLong(1, 100_000);
            return redemption(amount, random.nextLong(0, amount + 1_000));
        }

        private static GivesBack some(Random random) {
            return new GivesBack(random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
        }

        private static long discountBack(List<Reversal> parts) {
            return parts.stream().mapToLong(Reversal::discountBack).sum();
        }
    }

    private static Effect all(long amount, long discount) {
        return new Effect(amount, discount, true, true, true);
    }

    private static Decision reverse(
            Redemption redemption, ReversalReason reason, @Nullable Long amount, List<Reversal> earlier) {
        return ReversalRules.decide(attempt(redemption, reason, amount), earlier, ReversalPolicy.DEFAULT, NOON);
    }

    private static ReversalAttempt attempt(Redemption redemption, ReversalReason reason, @Nullable Long amount) {
        return new ReversalAttempt(redemption, reason, amount, null);
    }

    private static Reversal reversal(ReversalReason reason, Effect effect) {
        return new Reversal(
                Attempts.BRAND,
                new ReversalId(5),
                new RedemptionId(4),
                reason,
                effect.amount(),
                effect.discountBack(),
                effect.complete(),
                effect.slotBack(),
                effect.turnBack(),
                null,
                NOON);
    }

    private static Redemption redemption(long amount, long discount) {
        return new Redemption(
                Attempts.BRAND,
                new RedemptionId(4),
                Attempts.CODE.campaign(),
                Attempts.CODE.id(),
                null,
                "Summer",
                null,
                null,
                new KeyedHash(1, 2),
                "o",
                List.of(),
                amount,
                0,
                discount,
                false,
                "USD",
                NOON,
                LocalDate.ofInstant(NOON, ZoneOffset.UTC),
                REDEEMED_AT,
                false,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }
}
