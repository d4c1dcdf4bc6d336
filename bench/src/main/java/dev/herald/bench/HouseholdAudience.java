package dev.herald.bench;

import dev.herald.insight.Audience;
import dev.herald.insight.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Compares the households that redeemed in a campaign with the others it was sent to, as far as anything is known of them. */
record HouseholdAudience(Map<Integer, List<Segment>> known, List<Integer> targeted, List<Integer> redeemed) {

    /** Among shuffled households nothing responds: how often something stands out all the same, and how much. */
    record Control(int runs, int alarms, int findings) {}

    static HouseholdAudience of(Households all, int campaign) {
        var redeemed = all.redeemed().getOrDefault(campaign, Set.of());
        var targeted = all.targeted().getOrDefault(campaign, List.of()).stream()
                .filter(all.known()::containsKey)
                .toList();
        return new HouseholdAudience(
                all.known(),
                targeted,
                targeted.stream().filter(redeemed::contains).toList());
    }

    Audience audience() {
        return compare(redeemed);
    }

    Control shuffled(int runs, long seed) {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(targeted);
        var alarms = 0;
        var findings = 0;
        for (var run = 0; run < runs; run++) {
            Collections.shuffle(shuffled, random);
            var found =
                    compare(shuffled.subList(0, redeemed.size())).significant().size();
            alarms += found > 0 ? 1 : 0;
            findings += found;
        }
        return new Control(runs, alarms, findings);
    }

    private Audience compare(Collection<Integer> here) {
        return Audience.compare(counts(here), counts(targeted));
    }

    private Map<Segment, Long> counts(Collection<Integer> households) {
        var counts = new HashMap<Segment, Long>();
        for (var household : households) {
            var segments = known.getOrDefault(household, List.of());
            segments.forEach(segment -> counts.merge(segment, 1L, Long::sum));
            segments.stream().limit(1).forEach(segment -> counts.merge(segment.base(), 1L, Long::sum));
        }
        return counts;
    }
}
