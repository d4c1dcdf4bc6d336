package dev.herald.attribution;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.platform.CsvFile;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes over posts from a file with the columns ambassador and posted_at: all rows that can be had. */
public final class PostImport {

    public static final int MOST_ROWS = 10_000;

    private static final String AMBASSADOR = "ambassador";
    private static final String POSTED_AT = "posted_at";

    private final Posts posts;
    private final Ambassadors ambassadors;

    public PostImport(Posts posts, Ambassadors ambassadors) {
        this.posts = posts;
        this.ambassadors = ambassadors;
    }

    /** A row that was not taken, and why. */
    public record Refused(long line, String detail) {}

    /** What became of the rows. */
    public record Outcome(int rows, int kept, List<Refused> refused) {

        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /** Takes times with their offset only, as machines write them. */
    public Outcome run(Campaign campaign, byte[] file) {
        return run(campaign, file, new Times(PostImport::exact, "an RFC 3339 time such as 2026-03-01T09:00:00Z"));
    }

    /** Takes times as people write them too: without an offset they are of this zone. */
    public Outcome run(Campaign campaign, byte[] file, ZoneId zone) {
        return run(campaign, file, new Times(text -> local(text, zone), "a day and a time such as 2026-03-01 09:00"));
    }

    /** How a time is read. */
    private record Times(Function<String, @Nullable Instant> reader, String wanted) {}

    private Outcome run(Campaign campaign, byte[] file, Times times) {
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
            var time = times.reader().apply(row.cell(when));
            var why = time == null
                    ? POSTED_AT + " must be " + times.wanted() + "."
                    : take(campaign, sharers, known.get(row.cell(who)), time);
            if (!why.isEmpty()) {
                refused.add(new Refused(row.line(), why));
            }
        }
        return new Outcome(csv.rows().size(), csv.rows().size() - refused.size(), refused);
    }

    /** Why a row cannot be had; "" if it can. */
    private String take(Campaign campaign, Set<AmbassadorId> sharers, @Nullable AmbassadorId ambassador, Instant time) {
        if (ambassador == null) {
            return "ambassador is the id, e-mail address or handle of nobody, or of several.";
        }
        return switch (posts.tell(campaign, sharers, ambassador, time, Post.Source.IMPORTED)) {
            case Posts.Told.Kept _ -> "";
            case Posts.Told.Refused(var field, var refusal) ->
                (field.equals(POSTED_AT) ? POSTED_AT : AMBASSADOR) + " " + refusal;
        };
    }

    private static @Nullable Instant local(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeParseException notLocal) {
            return exact(text);
        }
    }

    private static @Nullable Instant exact(String text) {
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
