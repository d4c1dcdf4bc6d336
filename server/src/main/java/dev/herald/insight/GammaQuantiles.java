package dev.herald.insight;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Quantiles of Gamma distributions of scale 1: a guess in closed form, mended by Halley's steps. Thousands are wanted for
 * one page, and a search between two bounds takes some twenty times as long. Pure.
 */
final class GammaQuantiles {

    private static final int MOST_STEPS = 20;
    private static final double EXACT = 1e-9;
    private static final double CUBE_HOLDS = 0.3;

    private GammaQuantiles() {}

    /** @param normal the quantile of the normal distribution for the same probability */
    static double of(double shape, double probability, double normal) {
        var x = roughly(shape, probability, normal);
        for (var step = 0; step < MOST_STEPS && x > 0; step++) {
            var density = RegularizedGamma.P.derivative(shape, x);
            var off = (RegularizedGamma.P.value(shape, x) - probability) / density;
            var change = off / (1 - Math.min(1, off * ((shape - 1) / x - 1)) / 2);
            if (!Double.isFinite(change)) {
                return x;
            }
            x = change < x ? x - change : x / 2;
            if (Math.abs(change) < EXACT * x) {
                return x;
            }
        }
        return x;
    }

    /** Wilson and Hilferty's cube, and close to zero, where that fails, the power that the density begins with. */
    static double roughly(double shape, double probability, double normal) {
        var root = 1 - 1 / (9 * shape) + normal / (3 * Math.sqrt(shape));
        return root > CUBE_HOLDS
                ? shape * root * root * root
                : Math.exp((Math.log(probability) + LogGamma.value(shape + 1)) / shape);
    }
}
