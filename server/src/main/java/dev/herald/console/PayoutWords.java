package dev.herald.console;

import dev.herald.console.Badge.Tone;
import dev.herald.console.PayoutPage.Acts;
import dev.herald.console.RedemptionPage.Fact;
import dev.herald.reward.Actor;
import dev.herald.reward.Balances;
import dev.herald.reward.Payout;
import dev.herald.reward.Payout.State;
import dev.herald.reward.Payout.Step;
import dev.herald.reward.PayoutItem;
import dev.herald.web.Formats;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Puts payout runs and what was earned into words. */
record PayoutWords(Formats formats) {

    PayoutLine line(Payout one) {
        return new PayoutLine(
                one.id().toString(),
                formats.time(one.made().at()),
                formats.money(one.total(), one.currency()),
                people(one.people()),
                state(one),
                one.failed().people() == 0
                        ? ""
                        : formats.money(one.failed().total(), one.currency()) + " did not arrive and is due again");
    }

    String people(int count) {
        return formats.count(count) + (count == 1 ? " person" : " people");
    }

    static Badge state(Payout one) {
        return switch (one.state()) {
            case AWAITING_APPROVAL -> new Badge("Waits for approval", Tone.WARN);
            case APPROVED -> new Badge("To be paid", Tone.INFO);
            case PAID -> new Badge("Paid", Tone.GOOD);
            case CANCELLED -> new Badge("Cancelled", Tone.PLAIN);
        };
    }

    static Badge state(Payout payout, PayoutItem item) {
        return item.failure() != null ? new Badge("Did not arrive", Tone.BAD) : state(payout);
    }

    /** @param names of the staff by their ids */
    List<Fact> facts(Payout one, Map<String, String> names) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("Amount", formats.money(one.total(), one.currency())));
        facts.add(Fact.of("For", people(one.people())));
        if (one.minimum() > 1) {
            facts.add(Fact.of("Owed at least", formats.money(one.minimum(), one.currency())));
        }
        if (one.failed().people() > 0) {
            facts.add(Fact.of("Did not arrive", formats.money(one.failed().total(), one.currency())));
            facts.add(Fact.of("Arrived or arrives", formats.money(one.left(), one.currency())));
        }
        facts.add(step("Made", one.made(), names));
        var approved = one.approved();
        if (approved != null && approved.by() != null) {
            facts.add(step("Approved", approved, names));
        } else if (!one.needsSecond()) {
            facts.add(Fact.of("Approved", "At once: it is not above a limit"));
        }
        var closed = one.closed();
        if (closed != null) {
            facts.add(step(one.state() == State.PAID ? "Marked paid" : "Cancelled", closed, names));
        }
        if (!one.reference().isEmpty()) {
            facts.add(Fact.of("Reference", one.reference()));
        }
        return facts;
    }

    private Fact step(String label, Step step, Map<String, String> names) {
        var by = step.by();
        var who = by == null ? "" : "by " + names.getOrDefault(by.id(), "an API key") + ", ";
        return new Fact(label, who, "", List.of(formats.time(step.at())));
    }

    static Acts acts(Payout one, Actor who) {
        var waits = one.state() == State.AWAITING_APPROVAL;
        return new Acts(
                waits,
                waits && !who.equals(one.made().by()),
                one.state() == State.APPROVED && one.left() > 0,
                waits || one.state() == State.APPROVED);
    }

    static boolean canFail(Payout one, PayoutItem item) {
        return item.failure() == null && (one.state() == State.APPROVED || one.state() == State.PAID);
    }

    List<Figure> figures(Balances all) {
        var currency = Currency.getInstance(all.currency());
        return List.of(
                figure("Earned", all.earned(), currency, "in all, without what was taken back"),
                figure("Held", all.held(), currency, "until the time for returns is over"),
                figure(
                        "Due",
                        all.due(),
                        currency,
                        all.due() < 0 ? "more was paid than stands now" : "owed, and not in a run yet"),
                figure("In payment", all.paying(), currency, "in runs that are not marked paid"),
                figure("Paid", all.paid(), currency, "and arrived, as far as known"));
    }

    private Figure figure(String label, long minor, Currency currency, String explained) {
        return new Figure(label, formats.money(minor, currency), List.of(), explained);
    }
}
