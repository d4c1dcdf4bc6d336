package dev.herald.console;

import dev.herald.web.Form;
import dev.herald.web.Moment;
import dev.herald.web.Option;
import java.util.List;

/**
 * The list of redemptions.
 *
 * @param campaigns to choose from, with an entry for all
 * @param query the filter as it stands in an address, with its question mark; "" for none
 * @param next the address that goes on; "" on the last page
 * @param note why the page may be short; "" if it is not
 */
public record RedemptionsPage(
        Shell shell, Form form, List<Option> campaigns, List<Line> lines, String query, String next, String note) {

    /** One redemption. */
    public record Line(
            String id,
            Moment placed,
            List<Moment> recorded,
            String order,
            String code,
            String campaign,
            String ambassador,
            String amount,
            String discount,
            Badge state) {

        public Line {
            recorded = List.copyOf(recorded);
        }

        public String address() {
            return "/console/redemptions/" + id;
        }
    }

    public RedemptionsPage {
        campaigns = List.copyOf(campaigns);
        lines = List.copyOf(lines);
    }

    public boolean isFiltered() {
        return !query.isEmpty();
    }
}
