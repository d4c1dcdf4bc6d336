package dev.herald.insight;

/**
 * What is known of a positive quantity: a Gamma distribution.
 *
 * @param rate the inverse of its scale
 */
record Posterior(double shape, double rate) {

    private static final double TENTH = 1.2815515655446004;

    double mean() {
        return shape / rate;
    }

    /** Below this with a probability of 10 %. */
    double low() {
        return GammaQuantiles.of(shape, 0.1, -TENTH) / rate;
    }

    /** Above this with a probability of 10 %. */
    double high() {
        return GammaQuantiles.of(shape, 0.9, TENTH) / rate;
    }

    /** The same of so many times the quantity. */
    Posterior times(double factor) {
        return new Posterior(shape, rate / factor);
    }
}
