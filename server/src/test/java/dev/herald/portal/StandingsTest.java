package dev.herald.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.insight.Estimate;
import dev.herald.insight.RankedAmbassador;
import dev.herald.insight.Totals;
import dev.herald.insight.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingsTest {

    @Test
    void who_has_as_many_redemptions_shares_a_place() {
        var standings = Standings.standings(List.of(of(1, 9), of(2, 5), of(3, 5), of(4, 0)));

        assertThat(List.of(1L, 2L, 3L, 4L))
                .map(id -> standings.get(new AmbassadorId(id)))
                .extracting(Standing::place)
                .containsExactly(1L, 2L, 2L, 4L);
        assertThat(standings.get(new AmbassadorId(1)))
                .extracting(Standing::among)
                .isEqualTo(4L);
    }

    private static RankedAmbassador of(long id, long redemptions) {
        return new RankedAmbassador(
                new AmbassadorId(id),
                "Maya",
                5_000,
                List.of(),
                new Totals(redemptions, 0, 0, 0, 0),
                new Estimate(1, 0, 2, 0.5, Verdict.NOT_TOP));
    }
}
