package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of a campaign's codes are wanted. What is absent does not matter.
 *
 * @param owner those of this ambassador
 * @param job those that this long work made
 * @param text those that begin like this, however it is spelt; "" for all
 */
public record CodeFilter(
        Kept kept, @Nullable AmbassadorId owner, @Nullable MadeBy job, String text) {

    /** Whether codes can still be redeemed, as far as the code itself goes. */
    public enum Kept {
        ALL,
        LIVE,
        ENDED
    }

    /**
     * Long work that makes codes, and when it was at it: ids tell the time, so its codes lie together.
     *
     * @param until absent as long as it goes on
     */
    public record MadeBy(long job, Instant from, @Nullable Instant until) {}

    public static final CodeFilter NONE = new CodeFilter(Kept.ALL, null, null, "");

    boolean wants(CodeLine line, Instant now) {
        return switch (kept) {
                    case ALL -> true;
                    case LIVE -> line.code().isLive(now);
                    case ENDED -> !line.code().isLive(now);
                }
                && (owner == null || owner.equals(line.code().owner()))
                && (job == null || line.job() == job.job());
    }
}
