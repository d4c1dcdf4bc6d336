package dev.herald.console;

import dev.herald.web.Form;
import dev.herald.web.Moment;
import java.util.List;

/**
 * Who brought how much of a campaign whose code everybody shares, as far as that can be estimated.
 *
 * @param address of the page
 * @param campaignAddress of the campaign
 * @param payAddress where the newest estimate is paid; "" if the campaign promises nothing, or there is none
 * @param told what was just done; "" if nothing
 * @param rests what the estimate rests on, a sentence each; none before the first
 * @param more how many rows there are beyond those shown; "" if none
 * @param jobs one that makes an estimate just now, or none
 */
public record CreditPage(
        Shell shell,
        String campaign,
        String campaignAddress,
        String address,
        String payAddress,
        String told,
        List<String> rests,
        List<Row> rows,
        String more,
        List<JobLine> jobs,
        List<Posted> posts,
        Form form) {

    /** One ambassador's part. */
    public record Row(String name, String address, String credited, String interval, Badge grade, String alike) {}

    /** One post that is known. */
    public record Posted(String name, Moment at, String source, String undo) {}

    public CreditPage {
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
        jobs = List.copyOf(jobs);
        posts = List.copyOf(posts);
    }
}
