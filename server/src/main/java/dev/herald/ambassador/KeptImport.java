package dev.herald.ambassador;

import dev.herald.job.JobId;
import dev.herald.platform.CsvFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of ambassadors that was uploaded, and what became of it.
 *
 * @param columns how it was read; absent until it is committed
 * @param job which long work carries it out; absent for a short one
 * @param endedAt when all rows were done; absent before
 */
public record KeptImport(
        ImportId id,
        CsvFile file,
        @Nullable ImportColumns columns,
        @Nullable JobId job,
        Counts counts,
        @Nullable Instant endedAt) {

    /** How many rows became what. */
    public record Counts(int created, int updated, int skipped, int refused) {

        Counts plus(Counts other) {
            return new Counts(
                    created + other.created, updated + other.updated, skipped + other.skipped, refused + other.refused);
        }
    }

    public boolean isCommitted() {
        return columns != null;
    }
}
