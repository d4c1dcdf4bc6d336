package dev.herald.attribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One estimate of who brought what in a campaign; it never changes.
 *
 * @param version 1 for the campaign's first
 * @param redemptions of the shared code, as many as stood
 * @param oneOf of how many redemptions one was looked at
 * @param tauHours hours in which buyers follow a post, in the mean
 * @param background redemptions that are nobody's in particular
 * @param posts that were known
 * @param clicks redemptions looked at that a link led to
 * @param answers redemptions looked at whose buyer named somebody, or nobody
 * @param over whether the campaign was over already
 * @param net the mean net order of those that no link tells of, minor units
 * @param lastOrder when the last of them all was placed; absent if there was none
 * @param seed repeats it
 */
public record Estimate(
        int version,
        Instant madeAt,
        long redemptions,
        int oneOf,
        double tauHours,
        double background,
        int posts,
        int clicks,
        int answers,
        boolean over,
        long net,
        @Nullable Instant lastOrder,
        long seed) {}
