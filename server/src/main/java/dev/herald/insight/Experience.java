package dev.herald.insight;

import java.util.List;

/**
 * What a brand's campaigns have taught about its ambassadors.
 *
 * @param people all who can be invited, also those who never had a code
 * @param rates how they differ
 * @param sold what was sold in one currency
 */
public record Experience(List<TrackRecord> people, Rates rates, Totals sold) {

    public Experience {
        people = List.copyOf(people);
    }

    /**
     * What the campaigns of these people have taught.
     *
     * @param before what was known before the first campaign
     */
    public static Experience of(List<TrackRecord> people, Totals sold, Rates before) {
        var seen = people.stream().filter(one -> one.campaigns() > 0).toList();
        return new Experience(people, seen.isEmpty() ? before : Rates.fit(seen, before), sold);
    }

    /** Whether nobody had a code so far. */
    public boolean isNone() {
        return people.stream().allMatch(one -> one.campaigns() == 0);
    }
}
