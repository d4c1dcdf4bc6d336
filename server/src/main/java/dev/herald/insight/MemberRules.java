package dev.herald.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the members of a campaign who brought more redemptions than the middle one with the others, by what is known of
 * them. Ambassadors are counted, not redemptions: those of one ambassador come together, and would seem a discovery. Pure.
 */
final class MemberRules {

    /** A member with a code of his own. */
    record Member(long redemptions, List<String> channels, List<String> tags) {}

    private MemberRules() {}

    static Audience compare(List<Member> members) {
        var middle = middle(members);
        var better = members.stream().filter(one -> one.redemptions() > middle).toList();
        return AudienceRules.compare(counts(better), counts(members), true);
    }

    /** Where most brought none, all who brought any are above it. */
    private static long middle(List<Member> members) {
        return members.stream()
                .mapToLong(Member::redemptions)
                .sorted()
                .skip(Math.max(0, (members.size() - 1) / 2))
                .findFirst()
                .orElse(0);
    }

    private static Map<Segment, Long> counts(Collection<Member> members) {
        var counts = new HashMap<Segment, Long>();
        counts.put(Segment.EVERY_ONE, (long) members.size());
        for (var one : members) {
            count(counts, Dimension.AMBASSADOR_CHANNEL, one.channels());
            count(counts, Dimension.AMBASSADOR_TAG, one.tags());
        }
        return counts;
    }

    private static void count(Map<Segment, Long> counts, Dimension dimension, List<String> names) {
        var told = names.stream().filter(name -> !name.isBlank()).distinct().toList();
        told.forEach(name -> counts.merge(Segment.of(dimension, name), 1L, Long::sum));
        if (!told.isEmpty()) {
            counts.merge(Segment.of(dimension, Segment.ALL), 1L, Long::sum);
        }
    }
}
