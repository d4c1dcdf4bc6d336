package dev.herald.redemption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was redeemed and reversed before, as far as a batch may ask for it again: a repeated request is answered alike. */
final class EarlierAnswers {

    private final Map<BrandHash, Redemption> byKey = new HashMap<>();
    private final Map<BrandHash, List<Redemption>> byOrder = new HashMap<>();
    private final Map<RedemptionId, List<Reversal>> reversals = new HashMap<>();
    private final Map<BrandHash, Reversal> reversalByKey = new HashMap<>();

    void remember(Redemption redemption) {
        if (redemption.key() != null) {
            byKey.put(new BrandHash(redemption.brand(), redemption.key().key()), redemption);
        }
        byOrder.computeIfAbsent(new BrandHash(redemption.brand(), redemption.orderHash()), _ -> new ArrayList<>(2))
                .add(redemption);
    }

    void remember(Reversal reversal) {
        if (reversal.key() != null) {
            reversalByKey.put(new BrandHash(reversal.brand(), reversal.key().key()), reversal);
        }
        var known = reversals.computeIfAbsent(reversal.redemption(), _ -> new ArrayList<>(2));
        if (known.stream().noneMatch(one -> one.id().equals(reversal.id()))) {
            known.add(reversal);
        }
    }

    List<Reversal> reversalsOf(RedemptionId redemption) {
        return reversals.getOrDefault(redemption, List.of());
    }

    /** The answer that the same request got before: by its key, its order, or the id it carries. */
    @Nullable
    Outcome to(LaneTask.Redeem task) {
        var attempt = task.attempt();
        if (attempt.key() != null) {
            var first = byKey.get(new BrandHash(attempt.brand(), attempt.key().key()));
            if (first != null) {
                return attempt.key().isSameRequest(first.key()) ? new Outcome.Redeemed(first) : new Outcome.KeyReused();
            }
        }
        for (var first : byOrder.getOrDefault(new BrandHash(attempt.brand(), attempt.orderHash()), List.of())) {
            if (first.id().equals(task.newId()) || attempt.repeats(first)) {
                return new Outcome.Redeemed(first);
            }
        }
        return null;
    }

    @Nullable
    Outcome to(LaneTask.Reverse task) {
        var key = task.attempt().key();
        var currency = task.attempt().redemption().currency();
        if (key != null) {
            var first = reversalByKey.get(new BrandHash(task.brand(), key.key()));
            if (first != null) {
                return key.isSameRequest(first.key()) ? new Outcome.Reversed(first, currency) : new Outcome.KeyReused();
            }
        }
        for (var first : reversalsOf(task.attempt().redemption().id())) {
            if (first.id().equals(task.newId())) {
                return new Outcome.Reversed(first, currency);
            }
        }
        return null;
    }
}
