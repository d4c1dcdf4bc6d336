package dev.herald.console;

import dev.herald.web.Form;
import dev.herald.web.Moment;
import dev.herald.web.Option;
import java.util.List;

/**
 * A campaign's codes.
 *
 * @param open whether codes can still be made for it
 * @param filters what narrows the list besides the form's fields
 * @param next the address that goes on; "" on the last page
 * @param note why the list may be short; "" if it is not
 * @param query the filter as it stands in an address, with its question mark; "" for none
 */
public record CampaignCodesPage(
        Shell shell,
        String campaign,
        String name,
        boolean open,
        Form form,
        List<Filter> filters,
        List<Line> codes,
        String next,
        String note,
        String query) {

    public static final List<Option> KEPT =
            List.of(new Option("", "All"), new Option("live", "Working"), new Option("ended", "Ended"));

    /** A filter that somebody came with. */
    public record Filter(String field, String value, String text, String without) {}

    /** One code. */
    public record Line(
            String id, String code, Badge state, String owner, String ownerAddress, Moment made, List<Moment> ends) {

        public Line {
            ends = List.copyOf(ends);
        }

        public String address() {
            return "/console/codes/" + id;
        }
    }

    public CampaignCodesPage {
        filters = List.copyOf(filters);
        codes = List.copyOf(codes);
    }

    public String address() {
        return "/console/campaigns/" + campaign + "/codes";
    }

    public boolean isFiltered() {
        return !query.isEmpty();
    }
}
