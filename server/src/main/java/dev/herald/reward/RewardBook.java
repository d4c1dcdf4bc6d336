package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.reward.LedgerEntry.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into entries. Does no I/O: what it has to know is put in first, and the same events in the same order
 * always give the same entries and standings.
 */
final class RewardBook {

    /** Whose standing it is. */
    record Holder(long campaign, long ambassador, long plan) {}

    private record Member(long campaign, long ambassador) {}

    /** A campaign's plan for what is redeemed next (0 if it promises nothing), and what all have earned in it. */
    record Pot(long plan, long earned) {}

    /**
     * A redemption that was credited.
     *
     * @param held what of its reward is still held
     */
    record Credited(Holder holder, String currency, long rate, Earned order, long held) {}

    private final Map<Long, RewardPlan> plans;
    private final LongSupplier ids;
    private final Instant now;
    private final Instant maturedTo;

    private final Map<Long, Pot> pots = new HashMap<>();
    private final Map<Holder, Standing> standings = new HashMap<>();

    /** By campaign and ambassador: the plans under which he has a standing. */
    private final Map<Member, Set<Holder>> holders = new HashMap<>();

    private final Map<Long, Credited> credited = new HashMap<>();
    private final Set<Long> changedPots = new HashSet<>();
    private final Set<Holder> changedStandings = new HashSet<>();
    private final List<LedgerEntry> entries = new ArrayList<>();

    /**
     * @param plans by id, those that can be reckoned with
     * @param maturedTo what would have been held until then is due at once
     */
    RewardBook(Map<Long, RewardPlan> plans, LongSupplier ids, Instant now, Instant maturedTo) {
        this.plans = plans;
        this.ids = ids;
        this.now = now;
        this.maturedTo = maturedTo;
    }

    void know(long campaign, Pot pot) {
        pots.put(campaign, pot);
    }

    void know(Holder holder, Standing standing) {
        standings.put(holder, standing);
        holders(holder).add(holder);
    }

    void know(long redemption, Credited known) {
        credited.put(redemption, known);
    }

    void carryOut(RewardEvent event) {
        switch (event) {
            case RewardEvent.Redeemed redeemed -> credit(redeemed);
            case RewardEvent.Reversed reversed -> takeBack(reversed);
            case RewardEvent.Planned planned ->
                change(
                        planned.campaign(),
                        new Pot(planned.plan(), potOf(planned.campaign()).earned()));
            case RewardEvent.Other() -> {}
        }
    }

    private void credit(RewardEvent.Redeemed event) {
        var pot = potOf(event.campaign());
        var plan = plans.get(pot.plan());
        if (plan == null || event.ambassador() == 0) {
            return;
        }
        var holder = new Holder(event.campaign(), event.ambassador(), pot.plan());
        var before = standings.computeIfAbsent(holder, _ -> begin(holder, plan));
        var rate = plan.rateAt(before.count() + 1);
        var share = RewardRules.share(plan, rate, event.order());
        var after = before.plus(share, 1);
        var earned = RewardRules.grown(plan, after, pot.earned());
        var more = earned - before.earned();
        var milestone = Math.min(more, RewardRules.milestones(plan, after) - RewardRules.milestones(plan, before));
        var itself = plan.tierMode() == RewardPlan.TierMode.WHOLE
                ? Math.min(more - milestone, share.own() + share.bonus())
                : more - milestone;
        change(holder, after.withEarned(earned));
        change(event.campaign(), new Pot(pot.plan(), pot.earned() + more));
        var dueAt = event.placedAt().plus(Duration.ofDays(plan.holdDays()));
        var to = dueAt.isAfter(maturedTo) ? Account.HELD : Account.DUE;
        var posting =
                new Posting(event.redemption(), 0, new Credited(holder, event.currency(), rate, event.order(), 0));
        post(posting, EntryKind.EARNED, Account.COST, to, itself, new Terms(pot.plan(), rate, dueAt));
        postIfAny(posting, EntryKind.TIER, Account.COST, to, more - milestone - itself);
        postIfAny(posting, EntryKind.MILESTONE, Account.COST, to, milestone);
        credited.put(
                event.redemption(),
                new Credited(holder, event.currency(), rate, event.order(), to == Account.HELD ? more : 0));
    }

    private void takeBack(RewardEvent.Reversed event) {
        var known = credited.get(event.redemption());
        if (known == null) {
            return;
        }
        var holder = known.holder();
        var plan = Objects.requireNonNull(plans.get(holder.plan()));
        var left = known.order().less(event.undone(), event.gone());
        var change =
                RewardRules.share(plan, known.rate(), left).minus(RewardRules.share(plan, known.rate(), known.order()));
        var before = Objects.requireNonNull(standings.get(holder));
        var after = before.plus(change, event.gone() && !known.order().gone() ? -1 : 0);
        var earned = RewardRules.shrunk(plan, after);
        var less = before.earned() - earned;
        var fromHeld = Math.min(less, known.held());
        change(holder, after.withEarned(earned));
        var pot = potOf(holder.campaign());
        change(holder.campaign(), new Pot(pot.plan(), pot.earned() - less));
        var posting = new Posting(event.redemption(), event.reversal(), known);
        // Also where nothing is taken back: who is asked what was undone of an order counts these.
        post(posting, EntryKind.REVERSED, Account.HELD, Account.COST, fromHeld, null);
        postIfAny(posting, EntryKind.CLAWBACK, Account.DUE, Account.COST, less - fromHeld);
        credited.put(
                event.redemption(),
                new Credited(holder, known.currency(), known.rate(), left, known.held() - fromHeld));
    }

    /** Under a new plan he keeps his count; the cap leaves him what he has not earned yet. */
    Standing begin(Holder holder, RewardPlan plan) {
        var count = 0L;
        var earned = 0L;
        for (var one : holders(holder)) {
            count += standing(one).redemptions();
            earned += standing(one).earned();
        }
        holders(holder).add(holder);
        var room = plan.capPerAmbassador() == RewardPlan.NO_CAP
                ? RewardPlan.NO_CAP
                : Math.max(0, plan.capPerAmbassador() - earned);
        return Standing.begun(count, room);
    }

    private record Posting(long redemption, long reversal, Credited credited) {}

    private void postIfAny(Posting posting, EntryKind kind, Account debit, Account credit, long amount) {
        if (amount > 0) {
            post(posting, kind, debit, credit, amount, null);
        }
    }

    private void post(
            Posting posting, EntryKind kind, Account debit, Account credit, long amount, @Nullable Terms terms) {
        var holder = posting.credited().holder();
        entries.add(new LedgerEntry(
                ids.getAsLong(),
                new AmbassadorId(holder.ambassador()),
                holder.campaign(),
                posting.credited().currency(),
                kind,
                debit,
                credit,
                amount,
                posting.redemption(),
                posting.reversal(),
                0,
                0,
                terms,
                now));
    }

    private Pot potOf(long campaign) {
        return pots.getOrDefault(campaign, new Pot(0, 0));
    }

    private Set<Holder> holders(Holder one) {
        return holders.computeIfAbsent(new Member(one.campaign(), one.ambassador()), _ -> new HashSet<>());
    }

    private void change(long campaign, Pot pot) {
        pots.put(campaign, pot);
        changedPots.add(campaign);
    }

    private void change(Holder holder, Standing standing) {
        standings.put(holder, standing);
        changedStandings.add(holder);
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    Set<Long> changedPots() {
        return Set.copyOf(changedPots);
    }

    Set<Holder> changedStandings() {
        return Set.copyOf(changedStandings);
    }

    Pot pot(long campaign) {
        return Objects.requireNonNull(pots.get(campaign));
    }

    Standing standing(Holder holder) {
        return Objects.requireNonNull(standings.get(holder));
    }

    Optional<Credited> credited(long redemption) {
        return Optional.ofNullable(credited.get(redemption));
    }
}
