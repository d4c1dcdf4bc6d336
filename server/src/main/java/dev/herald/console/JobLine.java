package dev.herald.console;

import dev.herald.web.Moment;
import java.util.List;

/**
 * Long work as a page shows it: a bar, what it tells, and what can be done about it.
 *
 * @param told how far it is, how fast, how long it will take; or how it ended
 * @param ended whether nothing changes any more by itself
 * @param links where what it made is found
 * @param faults what it could not do, the first of them
 * @param more how many faults are not among those; empty for none
 */
public record JobLine(
        String id,
        String title,
        Badge state,
        int percent,
        String told,
        boolean ended,
        boolean resumable,
        boolean failed,
        List<Link> links,
        List<Fault> faults,
        String more,
        Moment created) {

    /** Somewhere to go on. */
    public record Link(String text, String address) {}

    /** A line of the input, or "" if it is nowhere in particular, and what is wrong there. */
    public record Fault(String line, String text) {}

    public JobLine {
        links = List.copyOf(links);
        faults = List.copyOf(faults);
    }

    public String address() {
        return "/console/jobs/" + id;
    }
}
