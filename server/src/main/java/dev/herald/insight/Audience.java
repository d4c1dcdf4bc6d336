package dev.herald.insight;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who responds: segments that are met here more or less often than elsewhere.
 *
 * @param findings every segment that was compared and may be shown, the most frequent against elsewhere first
 * @param tested how many segments were compared
 * @param suppressed how many segments have too few redemptions to be compared or shown
 * @param redemptions here
 * @param reference redemptions elsewhere
 * @param known what is known of any redemption here
 * @param complete whether all redemptions are counted already
 */
public record Audience(
        List<Finding> findings,
        int tested,
        int suppressed,
        long redemptions,
        long reference,
        Set<Dimension> known,
        boolean complete) {

    /** Fewer redemptions of a segment are neither compared nor shown: they could be told apart, and mean little. */
    public static final int SMALLEST_CELL = 10;

    public Audience {
        findings = List.copyOf(findings);
        known = Set.copyOf(known);
    }

    /**
     * Compares some redemptions with others.
     *
     * @param here by segment, with the base of each dimension
     * @param all the same of these and the others together
     */
    public static Audience compare(Map<Segment, Long> here, Map<Segment, Long> all) {
        return AudienceRules.compare(here, all, true);
    }

    /** What stands out, and is not mere chance. */
    public List<Finding> significant() {
        return findings.stream().filter(Finding::isSignificant).toList();
    }
}
