package dev.herald.insight;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a brand's campaigns have taught about its ambassadors.
 *
 * @param people all who can be invited, also those who never had a code
 * @param known how those differ who had one; absent as long as nobody had
 * @param sold what was sold in one currency
 */
public record Experience(List<TrackRecord> people, @Nullable Rates known, Totals sold) {

    public Experience {
        people = List.copyOf(people);
    }

    /** What the campaigns of these people have taught. */
    public static Experience of(List<TrackRecord> people, Totals sold) {
        var seen = people.stream().filter(one -> one.campaigns() > 0).toList();
        return new Experience(people, seen.isEmpty() ? null : Rates.fit(seen), sold);
    }

    /** How ambassadors differ, unless nobody had a code so far. */
    public Optional<Rates> rates() {
        return Optional.ofNullable(known);
    }
}
