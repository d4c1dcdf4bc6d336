package dev.herald.console;

import dev.herald.campaign.CampaignId;
import dev.herald.console.RewardCard.Balance;
import dev.herald.money.BasisPoints;
import dev.herald.redemption.Redemption;
import dev.herald.redemption.RedemptionId;
import dev.herald.reward.Account;
import dev.herald.reward.Balances;
import dev.herald.reward.EntryKind;
import dev.herald.reward.LedgerEntry;
import dev.herald.reward.RewardPlan;
import dev.herald.reward.Statement;
import dev.herald.web.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Puts what was earned into words. */
record RewardWords(Formats formats, Instant now) {

    Balance balance(Balances one) {
        var currency = Currency.getInstance(one.currency());
        return new Balance(
                one.currency(),
                formats.money(one.earned(), currency),
                formats.money(one.held(), currency),
                formats.money(one.due(), currency),
                formats.money(one.paying(), currency),
                formats.money(one.paid(), currency));
    }

    RewardLine line(LedgerEntry one) {
        var change = Statement.change(one);
        return new RewardLine(
                formats.time(one.postedAt()),
                what(one.kind()),
                change == 0 ? "" : formats.money(change, Currency.getInstance(one.currency())),
                money(one) + " from " + name(one.debit()) + " to " + name(one.credit()),
                cause(one));
    }

    /** A prize is for a campaign as a whole. */
    private static String cause(LedgerEntry one) {
        if (one.payout() != 0) {
            return "/console/payouts/" + one.shownPayout();
        }
        return one.redemption() == 0
                ? "/console/campaigns/" + new CampaignId(one.campaign())
                : "/console/redemptions/" + new RedemptionId(one.redemption());
    }

    private static String what(EntryKind kind) {
        return switch (kind) {
            case EARNED -> "Redemption";
            case TIER -> "Tier reached";
            case MILESTONE -> "Milestone reached";
            case PRIZE -> "Prize of a contest";
            case ESTIMATED -> "Estimated redemptions";
            case MATURED -> "Time for returns over";
            case REVERSED -> "Order sent back";
            case CLAWBACK -> "Order sent back after it was due";
            case PAYOUT -> "Taken into a payout";
            case PAID -> "Paid";
            case RETURNED -> "Payout returned";
        };
    }

    private static String name(Account account) {
        return switch (account) {
            case COST -> "your cost";
            case HELD -> "held";
            case DUE -> "due";
            case PAYING -> "in payment";
            case PAID -> "paid";
        };
    }

    /**
     * What a redemption earned and why, a sentence each; nothing where nobody has the credit.
     *
     * @param entries that it caused, the oldest first
     * @param plans by id
     */
    List<String> of(Redemption one, List<LedgerEntry> entries, Map<Long, RewardPlan> plans) {
        if (one.ambassador() == null) {
            return List.of();
        }
        var who = one.ambassadorName() == null ? "The ambassador" : one.ambassadorName();
        var said = new ArrayList<String>();
        var takenBack = 0L;
        for (var entry : entries) {
            switch (entry.kind()) {
                case EARNED -> said.addAll(earned(who, one, entry, plans));
                case TIER -> said.add("It reached a tier whose rate is for all before too: " + money(entry) + " more.");
                case MILESTONE -> said.add("It reached a milestone: " + money(entry) + " more.");
                case REVERSED, CLAWBACK -> takenBack += entry.amount();
                case PRIZE, ESTIMATED, MATURED, PAYOUT, PAID, RETURNED -> {}
            }
        }
        if (takenBack > 0) {
            said.add("Of that, " + formats.money(takenBack, Currency.getInstance(one.currency()))
                    + " were taken back, because of the order not all stands.");
        }
        return said.isEmpty()
                ? List.of(who + " earned nothing by it: the campaign promised no reward for it when it was redeemed.")
                : said;
    }

    private List<String> earned(String who, Redemption one, LedgerEntry entry, Map<Long, RewardPlan> plans) {
        var terms = entry.terms();
        var plan = terms == null ? null : plans.get(terms.plan());
        if (terms == null || plan == null) {
            return List.of(who + " earned " + money(entry) + " by it.");
        }
        if (entry.amount() == 0) {
            return List.of(who + " earned nothing by it: a cap of the campaign was reached, or the rate was nothing.");
        }
        var currency = Currency.getInstance(one.currency());
        var net = one.amount() - (one.onShipping() ? 0 : Math.min(one.discount(), one.amount()));
        var why = plan.basis() == RewardPlan.Basis.PERCENT
                ? formats.share(new BasisPoints((int) terms.rate())) + " of " + formats.money(net, currency)
                : formats.money(terms.rate(), currency) + " for a redemption";
        var first = one.firstOrder() && plan.firstOrderBonus() > 0
                ? ", and " + formats.money(plan.firstOrderBonus(), currency) + " for a first order"
                : "";
        var due = terms.dueAt().isAfter(now) ? "It is held until " : "It was held until ";
        return List.of(
                who + " earned " + money(entry) + " by it: " + why + tier(plan, terms.rate()) + first + ".",
                plan.holdDays() == 0
                        ? "It was due at once."
                        : due + formats.date(terms.dueAt()).shown() + ", as the campaign gives "
                                + formats.count(plan.holdDays()) + (plan.holdDays() == 1 ? " day" : " days")
                                + " for returns.");
    }

    private String tier(RewardPlan plan, long rate) {
        return plan.tiers().stream()
                .filter(tier -> tier.rate() == rate && rate != plan.rate())
                .findFirst()
                .map(tier -> " (the rate from " + formats.count(tier.from()) + " redemptions on)")
                .orElse("");
    }

    private String money(LedgerEntry one) {
        return formats.money(one.amount(), Currency.getInstance(one.currency()));
    }
}
