package dev.herald.insight;

import dev.herald.campaign.Campaign;
import java.util.List;

/** Two campaigns beside each other. */
public record Comparison(
        Campaign first,
        ComparedSide firstSide,
        Campaign second,
        ComparedSide secondSide,
        List<Difference> differences) {

    public Comparison {
        differences = List.copyOf(differences);
    }
}
