package dev.herald.portal;

import dev.herald.campaign.Strategy;
import dev.herald.money.BasisPoints;
import dev.herald.portal.AmbassadorPage.Figure;
import dev.herald.portal.Earnings.Goal;
import dev.herald.reward.Balances;
import dev.herald.reward.LedgerEntry;
import dev.herald.reward.Progress;
import dev.herald.reward.RewardPlan;
import dev.herald.web.Formats;
import dev.herald.web.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what was earned in the words of whoever earned it. Pure. */
record EarningsRules(Texts texts, Formats formats, Instant now) {

    /** Which orders count; of a shared code others do if the brand pays by an estimate, which is about its sharers only. */
    enum Sure {
        /** All with the code. */
        CODE(""),
        /** Those that come by the own link, where all share the code. */
        LINK(".link"),
        /** Those that come by the own link or with the own code, where others share one. */
        LINK_OR_CODE(".both");

        private final String suffix;

        Sure(String suffix) {
            this.suffix = suffix;
        }

        static Sure of(Strategy strategy, boolean isShared) {
            return isShared ? LINK : strategy.sharesCode() ? LINK_OR_CODE : CODE;
        }
    }

    /** Empty where nothing was promised here and nothing earned anywhere. */
    Optional<Earnings> earnings(List<Balances> balances, Optional<Progress> progress, Currency currency, Sure sure) {
        if (balances.isEmpty() && progress.isEmpty()) {
            return Optional.empty();
        }
        var amounts = new ArrayList<Figure>();
        var shown = balances.isEmpty() ? List.of(new Balances(currency.getCurrencyCode(), 0, 0, 0, 0)) : balances;
        shown.forEach(one -> amounts.addAll(amounts(one)));
        return Optional.of(new Earnings(
                amounts,
                progress.map(one -> rate(one, currency, sure)).orElse(""),
                progress.flatMap(one -> goal(one, currency)).orElse(null)));
    }

    private List<Figure> amounts(Balances one) {
        var currency = Currency.getInstance(one.currency());
        return List.of(
                amount("rewards.earned", one.earned(), currency),
                amount("rewards.held", one.held(), currency),
                amount("rewards.due", one.due() + one.paying(), currency),
                amount("rewards.paid", one.paid(), currency));
    }

    private Figure amount(String name, long minor, Currency currency) {
        return new Figure(formats.money(minor, currency), texts.say(name));
    }

    private String rate(Progress progress, Currency currency, Sure sure) {
        var plan = progress.plan();
        return progress.rate() == 0
                ? ""
                : texts.say(name("rewards.rate", plan) + sure.suffix, value(plan, progress.rate(), currency));
    }

    private Optional<Goal> goal(Progress progress, Currency currency) {
        var plan = progress.plan();
        var count = progress.redemptions();
        return progress.next().map(next -> {
            var at = formats.count(next.at());
            var said = next.bonus() > 0
                    ? texts.say("rewards.milestone", at, formats.shortMoney(next.bonus(), currency))
                    : texts.say(
                            name(
                                    plan.tierMode() == RewardPlan.TierMode.WHOLE
                                            ? "rewards.tier.whole"
                                            : "rewards.tier",
                                    plan),
                            at,
                            value(plan, next.rate(), currency));
            return new Goal(
                    said,
                    texts.say("rewards.far", formats.count(count), at),
                    Math.clamp(count * 100 / next.at(), 0, 100));
        });
    }

    /**
     * Why a redemption is the ambassador's own, and what it earned him; a sentence each.
     *
     * @param clickedAt absent where the code has the credit
     * @param plans by id
     */
    List<String> why(@Nullable Instant clickedAt, List<LedgerEntry> entries, Map<Long, RewardPlan> plans) {
        var lines = new ArrayList<String>();
        lines.add(
                clickedAt == null
                        ? texts.say("why.code")
                        : texts.say("why.link", formats.time(clickedAt).shown()));
        var takenBack = 0L;
        for (var one : entries) {
            var amount = formats.money(one.amount(), Currency.getInstance(one.currency()));
            switch (one.kind()) {
                case EARNED -> lines.addAll(earned(one, amount, plans));
                case TIER -> lines.add(texts.say("why.tier", amount));
                case MILESTONE -> lines.add(texts.say("why.milestone", amount));
                case REVERSED, CLAWBACK -> takenBack += one.amount();
                case PRIZE, ESTIMATED, MATURED, PAYOUT, PAID, RETURNED -> {}
            }
        }
        if (takenBack > 0) {
            var currency = Currency.getInstance(entries.getFirst().currency());
            lines.add(texts.say("why.back", formats.money(takenBack, currency)));
        }
        return lines;
    }

    private List<String> earned(LedgerEntry one, String amount, Map<Long, RewardPlan> plans) {
        var terms = one.terms();
        if (one.amount() == 0 || terms == null) {
            return List.of(texts.say("why.nothing"));
        }
        var plan = plans.get(terms.plan());
        var isShare = plan != null && plan.basis() == RewardPlan.Basis.PERCENT && terms.rate() > 0;
        var said = isShare
                ? texts.say("why.share", amount, formats.share(new BasisPoints((int) terms.rate())))
                : texts.say("why.amount", amount);
        return terms.dueAt().isAfter(now)
                ? List.of(
                        said, texts.say("why.held", formats.date(terms.dueAt()).shown()))
                : List.of(said);
    }

    private static String name(String name, RewardPlan plan) {
        return name + (plan.basis() == RewardPlan.Basis.PERCENT ? ".share" : ".amount");
    }

    private String value(RewardPlan plan, long rate, Currency currency) {
        return plan.basis() == RewardPlan.Basis.PERCENT
                ? formats.share(new BasisPoints((int) rate))
                : formats.shortMoney(rate, currency);
    }
}
