package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.reward.LedgerEntry.Terms;
import dev.herald.reward.Standing.Earlier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /** By campaign and ambassador: the plans under which he has a standing, the first first. */
    private final Map<Member, SortedSet<Holder>> holders = new HashMap<>();

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
        var earlier = earlier(holder);
        var before = standings.getOrDefault(holder, Standing.NONE);
        var rate = plan.rateAt(before.count(earlier) + 1);
        var share = RewardRules.share(plan, rate, event.order());
        var after = before.plus(share, 1);
        var earned = RewardRules.grown(plan, after, earlier, pot.earned());
        var more = earned - before.earned();
        var milestone = Math.min(
                more, RewardRules.milestones(plan, after, earlier) - RewardRules.milestones(plan, before, earlier));
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
        change(
                holder,
                standing(holder).plus(change, event.gone() && !known.order().gone() ? -1 : 0));
        var less = shrink(holder);
        var fromHeld = Math.min(less, known.held());
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

    /**
     * Reckons anew what is earned under the holder's plan and those after it, which count on what stands under it: all
     * together it never becomes more.
     *
     * @return how much less it is
     */
    private long shrink(Holder holder) {
        var freed = 0L;
        for (var one : holders(holder).tailSet(holder)) {
            var standing = standing(one);
            var plan = Objects.requireNonNull(plans.get(one.plan()));
            var earned = RewardRules.shrunk(plan, standing, earlier(one), freed);
            freed += standing.earned() - earned;
            change(one, standing.withEarned(earned));
        }
        return freed;
    }

    Earlier earlier(Holder holder) {
        var earlier = Earlier.NONE;
        for (var one : holders(holder).headSet(holder)) {
            earlier = earlier.plus(standing(one));
        }
        return earlier;
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

    private SortedSet<Holder> holders(Holder one) {
        return holders.computeIfAbsent(
                new Member(one.campaign(), one.ambassador()),
                _ -> new TreeSet<>(Comparator.comparingLong(Holder::plan)));
    }

    private void change(long campaign, Pot pot) {
        pots.put(campaign, pot);
        changedPots.add(campaign);
    }

    private void change(Holder holder, Standing standing) {
        know(holder, standing);
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
