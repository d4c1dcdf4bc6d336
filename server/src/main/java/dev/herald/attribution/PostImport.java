package dev.herald.attribution;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.platform.CsvFile;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes over posts from a file with the columns ambassador and posted_at: all rows that can be had. */
public final class PostImport {

    static final int MOST_ROWS = 10_000;

    private static final String AMBASSADOR = "ambassador";
    private static final String POSTED_AT = "posted_at";

    private final Posts posts;
    private final Ambassadors ambassadors;

    public PostImport(Posts posts, Ambassadors ambassadors) {
        this.posts = posts;
        this.ambassadors = ambassadors;
    }

    /** A row that was not taken, and why. */
    record Refused(long line, String detail) {}

    /** What became of the rows. */
    record Outcome(int rows, int kept, List<Refused> refused) {

        Outcome {
            refused = List.copyOf(refused);
        }
    }

    Outcome run(Campaign campaign, byte[] file) {
        var csv = CsvFile.read(file, MOST_ROWS);
        var header =
                csv.header().stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
        var who = header.indexOf(AMBASSADOR);
        var when = header.indexOf(POSTED_AT);
        if (who < 0 || when < 0) {
            throw CsvFile.refused("The header must name the columns " + AMBASSADOR + " and " + POSTED_AT + ".");
        }
        var texts = new HashSet<String>();
        csv.rows().forEach(row -> texts.add(row.cell(who)));
        var known = ambassadors.named(campaign.brand(), texts);
        var sharers = posts.sharers(campaign);
        var refused = new ArrayList<Refused>();
        for (var row : csv.rows()) {
            var why = take(campaign, sharers, known.get(row.cell(who)), time(row.cell(when)));
            if (!why.isEmpty()) {
                refused.add(new Refused(row.line(), why));
            }
        }
        return new Outcome(csv.rows().size(), csv.rows().size() - refused.size(), refused);
    }

    /** Why a row cannot be had; "" if it can. */
    private String take(
            Campaign campaign, Set<AmbassadorId> sharers, @Nullable AmbassadorId ambassador, @Nullable Instant time) {
        if (ambassador == null) {
            return "ambassador is the id, e-mail address or handle of nobody, or of several.";
        }
        if (time == null) {
            return "posted_at must be an RFC 3339 time such as 2026-03-01T09:00:00Z.";
        }
        return switch (posts.tell(campaign, sharers, ambassador, time, Post.Source.IMPORTED)) {
            case Posts.Told.Kept _ -> "";
            case Posts.Told.Refused(var field, var refusal) -> field + " " + refusal;
        };
    }

    private static @Nullable Instant time(String text) {
        var in = Input.of(Json.bytes(Map.of(POSTED_AT, text)));
        var time = in.optionalTime(POSTED_AT);
        try {
            in.check();
        } catch (RequestRefused e) {
            return null;
        }
        return time;
    }
}
