package dev.herald.insight;

import java.util.Currency;
import java.util.List;

/**
 * What is seen of one of two campaigns that are compared.
 *
 * @param reach of its members
 * @param owners what was seen of each of those who have codes of their own; nobody under a blanket code
 * @param days from its first redemption on
 */
public record ComparedSide(
        Currency currency, Totals totals, MemberReach reach, List<Observation> owners, List<DayTotals> days) {

    public ComparedSide {
        owners = List.copyOf(owners);
        days = List.copyOf(days);
    }

    /**
     * Whom the members reach in effect.
     *
     * @param thousands all together
     * @param squares the sum of the squares of what each reaches: how much hangs on a few
     */
    public record MemberReach(long members, double thousands, double squares) {}
}
