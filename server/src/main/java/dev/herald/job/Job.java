package dev.herald.job;

import dev.herald.access.BrandId;
import dev.herald.platform.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work as it stands.
 *
 * @param kind which {@link JobWork} carries it out
 * @param input JSON that says what to do; it never changes
 * @param total how much there is to do
 * @param cursor JSON that the last piece left for the next
 * @param errors the first of those counted; none where a work is asked for its next piece
 * @param failure why it failed as a whole
 * @param result JSON that it yielded
 */
public record Job(
        BrandId brand,
        JobId id,
        String kind,
        String input,
        State state,
        long total,
        long done,
        String cursor,
        List<JobError> errors,
        long errorCount,
        @Nullable JobError failure,
        @Nullable String result,
        Pace pace,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How many errors are kept of those counted. */
    public static final int MOST_ERRORS = 1000;

    /** What becomes of a job. */
    public enum State {
        WAITING,
        RUNNING,
        CANCELLED,
        DONE,
        FAILED;

        /** Whether it has ended, if perhaps only for now. */
        public boolean isEnd() {
            return this == CANCELLED || this == DONE || this == FAILED;
        }
    }

    public Job {
        errors = List.copyOf(errors);
    }

    /** What it was asked to do. */
    public <T> T input(Class<T> type) {
        return Json.read(input, type);
    }

    /** Where the last piece ended; empty before the first. */
    public <T> Optional<T> cursor(Class<T> type) {
        return cursor.equals("{}") ? Optional.empty() : Optional.of(Json.read(cursor, type));
    }

    /** How much is done in a second just now; 0 when it does not run or that cannot be told yet. */
    public double perSecond(Instant now) {
        return state == State.RUNNING ? pace.perSecond(now, done) : 0;
    }
}
