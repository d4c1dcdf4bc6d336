package dev.herald.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.KeyedHash;
import dev.herald.campaign.ReversalReason;
import dev.herald.redemption.ReversalRules.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReversalRulesTest {

    private final Redemption redemption = redemption(2_000, 333);

    @Test
    void a_full_refund_gives_everything_back_and_a_chargeback_nothing() {
        assertThat(reverse(redemption, ReversalReason.REFUNDED, null, List.of()))
                .isEqualTo(new Effect(2_000, 333, true, true));
        assertThat(reverse(redemption, ReversalReason.CHARGEBACK, null, List.of()))
                .isEqualTo(new Effect(2_000, 0, true, false));
    }

    @Test
    void nothing_can_be_undone_twice_or_beyond_the_order() {
        var full = reversal(Objects.requireNonNull(reverse(redemption, ReversalReason.CANCELLED, null, List.of())));
        assertThat(reverse(redemption, ReversalReason.CANCELLED, null, List.of(full)))
                .isNull();
        assertThat(reverse(redemption, ReversalReason.CANCELLED, 2_001L, List.of()))
                .isNull();
        assertThat(reverse(redemption, ReversalReason.CANCELLED, 2_000L, List.of()))
                .isEqualTo(new Effect(2_000, 333, true, true));
    }

    @Test
    void parts_of_any_sizes_give_back_exactly_the_discount() {
        for (long seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var amount = random.nextLong(1, 100_000);
            var order = redemption(amount, random.nextLong(0, amount + 1));
            var parts = new ArrayList<Reversal>();
            var back = 0L;
            while (ReversalRules.standing(order, parts) > 0) {
                var part = random.nextLong(1, ReversalRules.standing(order, parts) + 1);
                var effect = Objects.requireNonNull(reverse(order, ReversalReason.REFUNDED, part, parts));
                back += effect.discountBack();
                assertThat(effect.discountBack()).as("seed " + seed).isNotNegative();
                parts.add(reversal(effect));
            }
            assertThat(back).as("seed " + seed).isEqualTo(order.discount());
            assertThat(parts.getLast().slotBack()).isTrue();
        }
    }

    private static @Nullable Effect reverse(
            Redemption redemption, ReversalReason reason, @Nullable Long amount, List<Reversal> earlier) {
        return ReversalRules.decide(new ReversalAttempt(redemption, reason, amount, null), earlier)
                .orElse(null);
    }

    private static Reversal reversal(Effect effect) {
        return new Reversal(
                Attempts.BRAND,
                new ReversalId(5),
                new RedemptionId(4),
                ReversalReason.REFUNDED,
                effect.amount(),
                effect.discountBack(),
                effect.complete(),
                effect.slotBack(),
                null,
                Attempts.NOON);
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
                "USD",
                Attempts.NOON,
                Attempts.NOON,
                false,
                null,
                null,
                List.of(),
                List.of());
    }
}
