package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaQuantilesTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.999, 1, 1.001, 1.5, 4, 30, 1_000, 250_000, 1e9})
    void are_those_of_the_library(double shape) {
        for (var probability : new double[] {0.01, 0.1, 0.5, 0.9, 0.99}) {
            var exact = GammaDistribution.of(shape, 1).inverseCumulativeProbability(probability);

            assertThat(exact(shape, probability) / exact)
                    .as("%s of %s", probability, shape)
                    .isEqualTo(1, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1, 1.5, 4, 30, 1_000, 250_000})
    void are_guessed_within_some_percent(double shape) {
        for (var probability : new double[] {0.025, 0.1, 0.5, 0.9, 0.975}) {
            var normal = NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);

            var exact = exact(shape, probability);

            assertThat(GammaQuantiles.roughly(shape, probability, normal))
                    .as("%s of %s", probability, shape)
                    .isEqualTo(exact, within(0.06 * Math.max(shape, exact)));
        }
    }

    @Test
    void are_nothing_where_a_number_cannot_tell_it_from_nothing() {
        assertThat(exact(1e-4, 0.1)).isZero();
    }

    private static double exact(double shape, double probability) {
        var normal = NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
        return GammaQuantiles.of(shape, probability, normal);
    }
}
