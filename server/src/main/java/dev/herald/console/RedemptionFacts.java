package dev.herald.console;

import dev.herald.campaign.ReversalReason;
import dev.herald.console.Badge.Tone;
import dev.herald.console.RedemptionPage.Fact;
import dev.herald.console.RedemptionPage.Undone;
import dev.herald.console.RedemptionsPage.Line;
import dev.herald.redemption.Credit;
import dev.herald.redemption.Foresight;
import dev.herald.redemption.Redemption;
import dev.herald.redemption.RedemptionLine;
import dev.herald.redemption.Reversal;
import dev.herald.web.Formats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Puts redemptions and reversals into words. */
record RedemptionFacts(Formats formats) {

    /** An order that was recorded so long after it was placed came from somewhere else than a checkout. */
    private static final Duration AT_ONCE = Duration.ofHours(12);

    Line line(RedemptionLine line) {
        var one = line.redemption();
        var late = Duration.between(one.placedAt(), one.redeemedAt()).compareTo(AT_ONCE) > 0;
        return new Line(
                one.id().toString(),
                formats.time(one.placedAt()),
                late ? List.of(formats.date(one.redeemedAt())) : List.of(),
                one.orderReference(),
                line.code(),
                one.campaignName(),
                one.ambassadorName() == null || one.ambassador() == null ? "" : one.ambassadorName(),
                money(one.amount(), one),
                money(one.discount(), one),
                state(line));
    }

    static Badge state(RedemptionLine line) {
        return line.complete()
                ? new Badge("Reversed", Tone.BAD)
                : line.isReversed() ? new Badge("Partly reversed", Tone.WARN) : new Badge("Stands", Tone.GOOD);
    }

    List<Fact> facts(RedemptionLine line) {
        var one = line.redemption();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("Order", one.orderReference()));
        facts.add(Fact.link("Code", line.code(), "/console/codes/" + one.codeId()));
        facts.add(Fact.link("Campaign", one.campaignName(), "/console/campaigns/" + one.campaign()));
        facts.add(Fact.of("Amount", money(one.amount(), one)));
        if (one.shipping() > 0) {
            facts.add(Fact.of("Shipping", money(one.shipping(), one)));
        }
        facts.add(Fact.of("Discount", money(one.discount(), one) + (one.onShipping() ? " on the shipping" : "")));
        facts.add(Fact.of("Customer", customer(one)));
        facts.add(Fact.at("Placed", formats.time(one.placedAt())));
        facts.add(Fact.at("Recorded", formats.time(one.redeemedAt())));
        if (one.correctedFrom() != null) {
            facts.add(Fact.of("Typed", one.correctedFrom() + ", which Herald mended"));
        }
        if (one.region() != null) {
            facts.add(Fact.of("Region", one.region()));
        }
        if (one.ageBand() != null) {
            facts.add(Fact.of("Age", one.ageBand()));
        }
        if (!one.tags().isEmpty()) {
            facts.add(Fact.of("Tags", String.join(", ", one.tags())));
        }
        return facts;
    }

    /** Herald keeps no name of a customer, only hashes that tell two from each other. */
    private static String customer(Redemption one) {
        return (one.customers().isEmpty() ? "A guest" : "Known to the shop")
                + (one.firstOrder() ? ", first order" : ", ordered before");
    }

    /** @param codeHasOwner tells the reason of redemptions from before it was kept */
    String credit(RedemptionLine line, boolean codeHasOwner) {
        var one = line.redemption();
        var credit = one.credit();
        if (credit != null && credit.clickedAt() != null) {
            return ambassador(one)
                    + " has the credit, because this ambassador\u2019s link was clicked before the order: "
                    + formats.time(credit.clickedAt()).shown() + ".";
        }
        return switch (credit == null ? derived(one, codeHasOwner) : credit.reason()) {
            case CODE, LINK ->
                ambassador(one) + " has the credit, because " + line.code() + " is this ambassador\u2019s own code.";
            case SELF_USE -> "Nobody has the credit: the buyer is the ambassador who would have it.";
            case RETURNING_CUSTOMER ->
                "Nobody has the credit: the campaign credits first orders only, and this is not known to be one.";
            case ORDER_CREDITED -> "Nobody has the credit here: another code on the same order had it already.";
            case NOBODY ->
                "Nobody has the credit: " + line.code()
                        + " belongs to the campaign, not to an ambassador, and no click on a link came with the order.";
        };
    }

    private static Credit.Reason derived(Redemption one, boolean codeHasOwner) {
        if (one.ambassador() != null) {
            return Credit.Reason.CODE;
        }
        return codeHasOwner ? Credit.Reason.ORDER_CREDITED : Credit.Reason.NOBODY;
    }

    private static String ambassador(Redemption one) {
        return one.ambassadorName() == null ? "The ambassador" : one.ambassadorName();
    }

    Undone undone(Reversal reversal, Redemption of, String json) {
        return new Undone(
                reversal.id().toString(),
                formats.time(reversal.reversedAt()),
                reason(reversal.reason()),
                money(reversal.amount(), of),
                money(reversal.discountBack(), of),
                given(reversal.slotBack(), reversal.turnBack()),
                json);
    }

    private static String given(boolean slot, boolean turn) {
        return slot && turn
                ? "One use of the code and the customer\u2019s turn were given back."
                : slot ? "One use of the code was given back." : turn ? "The customer\u2019s turn was given back." : "";
    }

    /** What a reversal will do, a sentence each. */
    List<String> effects(Foresight.Possible will, Redemption of) {
        var effects = new ArrayList<String>();
        effects.add(
                will.complete()
                        ? "Nothing of this redemption stands afterwards."
                        : "It undoes " + money(will.amount(), of) + " of the order; the rest stands.");
        effects.add(
                will.discountBack() == 0
                        ? "The budget gets nothing back."
                        : money(will.discountBack(), of) + " of discount go back to the budget.");
        effects.add(
                will.slotBack()
                        ? "The code can be used once more."
                        : will.complete()
                                ? "The use of the code stays taken."
                                : "The use of the code stays taken, because a part of the order stands.");
        if (!of.customers().isEmpty()) {
            effects.add(
                    will.turnBack()
                            ? "The customer may use the offer once more."
                            : "The customer\u2019s turn stays taken.");
        }
        return effects;
    }

    static String reason(ReversalReason reason) {
        return switch (reason) {
            case CANCELLED -> "Cancelled";
            case REFUNDED -> "Refunded";
            case CHARGEBACK -> "Charged back";
        };
    }

    String money(long minor, Redemption of) {
        return formats.money(minor, Currency.getInstance(of.currency()));
    }
}
