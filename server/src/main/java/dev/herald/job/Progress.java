package dev.herald.job;

import dev.herald.platform.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of a job achieved.
 *
 * @param count how much of the job's total it did, errors included
 * @param cursor JSON that the next piece needs to go on
 * @param result JSON that the whole job yields; only with the last piece
 */
public record Progress(
        long count,
        String cursor,
        List<JobError> errors,
        boolean finished,
        @Nullable String result) {

    public Progress {
        if (count < 0) {
            throw new IllegalArgumentException("A job does not go backwards: " + count);
        }
        errors = List.copyOf(errors);
    }

    /** A piece after which more is to do. */
    public static Progress more(long count, Object cursor) {
        return new Progress(count, Json.text(cursor), List.of(), false, null);
    }

    /** The last piece. */
    public static Progress last(long count, Object result) {
        return new Progress(count, "{}", List.of(), true, Json.text(result));
    }

    /** The same with what it could not do. */
    public Progress with(List<JobError> someErrors) {
        return new Progress(count, cursor, someErrors, finished, result);
    }
}
