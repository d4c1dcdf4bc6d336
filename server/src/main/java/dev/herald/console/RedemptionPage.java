package dev.herald.console;

import dev.herald.web.Form;
import dev.herald.web.Moment;
import dev.herald.web.Option;
import java.util.List;

/**
 * One redemption with all that is stored of it.
 *
 * @param facts in the order of reading
 * @param credit whom it is credited to, and why
 * @param earned what it earned and why, a sentence each
 * @param entries of the ledger that it caused
 * @param standing how much can still be reversed; "" if nothing stands any more
 */
public record RedemptionPage(
        Shell shell,
        String id,
        String order,
        Badge state,
        List<Fact> facts,
        String credit,
        List<String> earned,
        List<RewardLine> entries,
        String json,
        List<Undone> reversals,
        String standing,
        Form form,
        boolean told) {

    public static final List<Option> REASONS = List.of(
            new Option("refunded", "Refunded: the customer sent something back"),
            new Option("cancelled", "Cancelled: the order was not carried out"),
            new Option("chargeback", "Charged back: the bank took the money back"));

    /** Something known; the address is "" where it leads nowhere, and the moment is one or none. */
    public record Fact(String label, String text, String address, List<Moment> at) {

        public Fact {
            at = List.copyOf(at);
        }

        static Fact of(String label, String text) {
            return new Fact(label, text, "", List.of());
        }

        static Fact link(String label, String text, String address) {
            return new Fact(label, text, address, List.of());
        }

        static Fact at(String label, Moment moment) {
            return new Fact(label, "", "", List.of(moment));
        }
    }

    /** A reversal. */
    public record Undone(String id, Moment at, String reason, String amount, String back, String gives, String json) {}

    /** What a reversal will do, before it is done. */
    public record Confirm(
            Shell shell,
            String id,
            String order,
            String reason,
            String reasonText,
            String amount,
            String minor,
            List<String> effects,
            String token) {

        public Confirm {
            effects = List.copyOf(effects);
        }
    }

    public RedemptionPage {
        facts = List.copyOf(facts);
        earned = List.copyOf(earned);
        entries = List.copyOf(entries);
        reversals = List.copyOf(reversals);
    }

    public String address() {
        return "/console/redemptions/" + id;
    }
}
