package dev.herald.job;

import org.jspecify.annotations.Nullable;

/**
 * Something a job could not do; it goes on with the rest.
 *
 * @param line where in the input, counted from 1; absent if it is nowhere in particular
 */
public record JobError(@Nullable Long line, String code, String detail) {

    /** An error at a line of the input. */
    public static JobError at(long line, String code, String detail) {
        return new JobError(line, code, detail);
    }

    /** An error that is at no line in particular. */
    public static JobError of(String code, String detail) {
        return new JobError(null, code, detail);
    }
}
