package dev.herald.job;

import dev.herald.platform.Ids;

/** Names a job. */
public record JobId(long value) {

    public static final String PREFIX = "job_";

    @Override
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
