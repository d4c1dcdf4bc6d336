package dev.herald.insight;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.code.CodeId;
import java.util.List;

/**
 * An ambassador's place in a ranking, with how sure it is.
 *
 * @param estimate of the redemptions for every thousand people reached
 */
public record RankedAmbassador(
        AmbassadorId id,
        String name,
        long audienceSize,
        List<Code> codes,
        Totals totals,
        Estimate estimate,
        Place place) {

    /** A code of the ambassador. */
    public record Code(CodeId id, String text, String display) {}

    public RankedAmbassador {
        codes = List.copyOf(codes);
    }

    RankedAmbassador with(List<Code> others) {
        return new RankedAmbassador(id, name, audienceSize, others, totals, estimate, place);
    }
}
