package dev.herald.insight;

import dev.herald.insight.SegmentStore.Fact;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds up what some events change in the counts by segment. Pure.
 *
 * <p>A segment that finds no more room in its dimension is left out for good: a shop that sends another tag with each
 * order makes neither the table nor a page grow. Its reversals are left out with it, so that counts stay exact.
 */
record SegmentCounts(List<Fact> facts) {

    /** Whose counts of what change by how much; 0 is everybody or every campaign. */
    record Count(long ambassador, long campaign, Segment segment, long made, long undone) {

        Count plus(Count other) {
            return new Count(ambassador, campaign, segment, made + other.made, undone + other.undone);
        }
    }

    private record Whose(long ambassador, long campaign, Segment segment) {}

    /** The segments of one dimension that a brand can have. */
    static final int ROOM = 1_000;

    private static final Comparator<Count> BY_KEY = Comparator.comparingLong(Count::ambassador)
            .thenComparingLong(Count::campaign)
            .thenComparing(one -> one.segment().column())
            .thenComparing(one -> one.segment().name());

    /** All that occur, in the order of their first occurrence. */
    Set<Segment> segments() {
        var segments = new LinkedHashSet<Segment>();
        facts.forEach(fact -> segments.addAll(SegmentRules.of(fact.known())));
        return segments;
    }

    /** Those of the unknown segments for which there is no room; a base always has some. */
    Set<Segment> withoutRoom(Set<Segment> unknown, Map<Dimension, Integer> sizes) {
        var sizesNow = new LinkedHashMap<>(sizes);
        var refused = new LinkedHashSet<Segment>();
        for (var segment : segments()) {
            if (!segment.isBase()
                    && unknown.contains(segment)
                    && sizesNow.merge(segment.dimension(), 1, Integer::sum) > ROOM) {
                refused.add(segment);
            }
        }
        return refused;
    }

    /** In the order of the table's key. */
    List<Count> without(Set<Segment> refused) {
        var counts = new LinkedHashMap<Whose, Count>();
        for (var fact : facts) {
            if (fact.change() == 0) {
                continue;
            }
            for (var segment : SegmentRules.of(fact.known())) {
                if (!refused.contains(segment)) {
                    count(counts, 0, 0, segment, fact);
                    count(counts, 0, fact.campaign(), segment, fact);
                    if (fact.ambassador() != 0) {
                        count(counts, fact.ambassador(), fact.campaign(), segment, fact);
                    }
                }
            }
        }
        return counts.values().stream().sorted(BY_KEY).toList();
    }

    private static void count(Map<Whose, Count> counts, long ambassador, long campaign, Segment segment, Fact fact) {
        var made = fact.change() > 0 ? 1 : 0;
        counts.merge(
                new Whose(ambassador, campaign, segment),
                new Count(ambassador, campaign, segment, made, 1 - made),
                Count::plus);
    }
}
