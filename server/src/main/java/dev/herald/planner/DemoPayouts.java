package dev.herald.planner;

import dev.herald.access.Brand;
import dev.herald.access.PayoutLimits;
import dev.herald.access.People;
import dev.herald.platform.Page;
import dev.herald.reward.Actor;
import dev.herald.reward.PayoutWish;
import dev.herald.reward.Payouts;
import java.util.List;
import java.util.Optional;

/** Pays a part of what the demo brand owes, and leaves a run to approve, so that the pages about payouts show something. */
public final class DemoPayouts {

    private static final Page ANY = new Page(1, Long.MAX_VALUE);
    private static final String COLLEAGUE = "Jonas Weber";

    /** Those whom much is owed are paid; the others wait for approval. */
    private static final long MUCH = 50_00;

    private final PayoutLimits limits;
    private final People people;
    private final Payouts payouts;

    public DemoPayouts(PayoutLimits limits, People people, Payouts payouts) {
        this.limits = limits;
        this.people = people;
        this.payouts = payouts;
    }

    /** Safe to repeat: where a run was made, nothing more is. */
    void fill(Brand brand) {
        if (!payouts.list(brand.id(), Optional.empty(), ANY).isEmpty()) {
            return;
        }
        var colleague = Actor.of(people.add(brand.id(), COLLEAGUE).id());
        if (isOwed(brand, MUCH)) {
            var run = payouts.make(brand.id(), wish(MUCH), colleague);
            payouts.paid(brand.id(), run.id(), "Transfer 1", colleague);
        }
        limits.lower(brand.id(), 0);
        if (isOwed(brand, 1)) {
            payouts.make(brand.id(), wish(1), colleague);
        }
    }

    private boolean isOwed(Brand brand, long minimum) {
        return !payouts.preview(brand.id(), wish(minimum)).all().isEmpty();
    }

    private static PayoutWish wish(long minimum) {
        return new PayoutWish(DemoBrand.CURRENCY, minimum, List.of());
    }
}
