package dev.herald.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a job was at moments of the last seconds, from which its rate is told.
 *
 * @param marks the oldest first
 */
public record Pace(List<Mark> marks) {

    /** How far it was then. */
    public record Mark(Instant at, long done) {}

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration SPACING = Duration.ofSeconds(1);

    /** Less than this tells nothing about a rate. */
    private static final Duration TOO_SHORT = Duration.ofMillis(100);

    public Pace {
        marks = List.copyOf(marks);
    }

    static Pace beginning(Instant at, long done) {
        return new Pace(List.of(new Mark(at, done)));
    }

    /** The same some work later; the newest mark stays even when it is old, or a slow job had no rate. */
    Pace later(Instant at, long done) {
        if (marks.isEmpty()) {
            return beginning(at, done);
        }
        var newest = marks.getLast();
        var kept = new ArrayList<Mark>();
        for (var mark : marks) {
            if (mark.equals(newest) || !mark.at().isBefore(at.minus(WINDOW))) {
                kept.add(mark);
            }
        }
        if (!at.isBefore(newest.at().plus(SPACING))) {
            kept.add(new Mark(at, done));
        }
        return new Pace(kept);
    }

    /** How much is done in a second, by what is done now; 0 if that cannot be told yet. */
    double perSecond(Instant now, long done) {
        if (marks.isEmpty()) {
            return 0;
        }
        var oldest = marks.getFirst();
        var time = Duration.between(oldest.at(), now);
        return time.compareTo(TOO_SHORT) < 0 ? 0 : (done - oldest.done()) * 1e9 / time.toNanos();
    }
}
