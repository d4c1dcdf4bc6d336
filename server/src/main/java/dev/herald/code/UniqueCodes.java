package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.job.JobId;
import org.jspecify.annotations.Nullable;

/**
 * Random codes that are to be made.
 *
 * @param owner whose they are; absent if nobody's yet
 * @param pattern what they look like; absent for as many random symbols as keep them from being guessed
 * @param count 1 or more
 * @param job the long work that makes them, if any
 */
record UniqueCodes(
        Campaign campaign,
        @Nullable AmbassadorId owner,
        @Nullable CodePattern pattern,
        int count,
        @Nullable JobId job) {

    static UniqueCodes oneFor(Campaign campaign, @Nullable AmbassadorId owner) {
        return oneFor(campaign, owner, null);
    }

    static UniqueCodes oneFor(Campaign campaign, @Nullable AmbassadorId owner, @Nullable CodePattern pattern) {
        return new UniqueCodes(campaign, owner, pattern, 1, null);
    }
}
