package dev.herald.wizard;

import dev.herald.console.Figure;
import dev.herald.console.Shell;
import dev.herald.web.Form;
import dev.herald.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to invite to the campaign after this one.
 *
 * @param address of the campaign
 * @param people how many ambassadors there are
 * @param usualCost of inviting somebody, if nothing else is said
 * @param found absent until a budget is known
 */
public record NextPage(
        Shell shell,
        String address,
        String name,
        Form form,
        String currency,
        List<Option> sources,
        long people,
        String usualCost,
        @Nullable Found found) {

    public NextPage {
        sources = List.copyOf(sources);
    }

    /**
     * A line-up in words.
     *
     * @param file where it is as a file
     * @param ids of all who are invited, for the form that plans with them
     * @param button what that form does
     * @param notes what has to be known before it is believed
     * @param account how the figures come about
     * @param more how many are not shown; "" for none
     */
    public record Found(
            List<Figure> figures,
            List<Row> rows,
            String more,
            String file,
            String ids,
            String button,
            List<String> notes,
            Others others,
            List<String> account) {

        public Found {
            figures = List.copyOf(figures);
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
            account = List.copyOf(account);
        }
    }

    /** One who is invited. */
    public record Row(
            String address,
            String name,
            String followers,
            boolean exploring,
            String expected,
            String span,
            String cost,
            String adds,
            String reason) {}

    /** What the same budget brings if only followers count. */
    public record Others(String lead, List<Line> lines) {

        public Others {
            lines = List.copyOf(lines);
        }
    }

    /** A figure of both line-ups. */
    public record Line(String name, String ours, String theirs) {}
}
