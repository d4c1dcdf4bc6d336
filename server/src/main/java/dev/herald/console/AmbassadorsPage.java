package dev.herald.console;

import dev.herald.web.Form;
import dev.herald.web.Option;
import java.util.List;

/**
 * A brand's ambassadors: looked through, searched and filtered.
 *
 * @param form what is searched for and filtered by
 * @param count how many there are, in words
 * @param filtered whether some are left out
 * @param next the address of the following page; "" on the last
 * @param download the address of the same list as a file
 * @param told what was done just now
 */
public record AmbassadorsPage(
        Shell shell,
        Form form,
        Choices choices,
        String count,
        boolean filtered,
        List<Row> rows,
        String next,
        String download,
        Told told,
        Mailing mailing) {

    public AmbassadorsPage {
        rows = List.copyOf(rows);
    }

    /** What can be filtered by. */
    public record Choices(
            List<Option> tags, List<Option> channels, List<Option> campaigns, List<Option> pages, List<Option> orders) {

        public Choices {
            tags = List.copyOf(tags);
            channels = List.copyOf(channels);
            campaigns = List.copyOf(campaigns);
            pages = List.copyOf(pages);
            orders = List.copyOf(orders);
        }
    }

    /** One ambassador, every number already written out. */
    public record Row(
            String id,
            String name,
            String initials,
            List<String> contacts,
            String followers,
            List<String> channels,
            List<String> tags,
            List<String> codes,
            String redemptions,
            String revenue,
            Badge page) {

        public Row {
            contacts = List.copyOf(contacts);
            channels = List.copyOf(channels);
            tags = List.copyOf(tags);
            codes = List.copyOf(codes);
        }

        public String address() {
            return "/console/ambassadors/" + id;
        }
    }

    /**
     * What was done just now.
     *
     * @param undo where a form that undoes it goes; "" if nothing can be undone
     * @param watch where the work that goes on can be watched; "" if there is none
     */
    public record Told(String text, String undo, String watch) {

        static final Told NOTHING = new Told("", "", "");
    }

    /**
     * Whether mail can be sent, and to whom.
     *
     * @param waiting how many never opened their page; "" for none
     * @param applications how many wait for an answer; "" for none
     */
    public record Mailing(boolean possible, String waiting, String applications) {}
}
