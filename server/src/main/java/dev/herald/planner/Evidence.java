package dev.herald.planner;

/**
 * What is known of a positive number, on the scale of its logarithm: a prior range and every observation weigh by how sure
 * they are (docs/SCIENCE.md, Learning from own campaigns).
 *
 * @param log the mean of the logarithm
 * @param sure one over the variance of the logarithm
 */
record Evidence(double log, double sure) {

    /** Standard deviations from the middle to either end of a range that holds 80 %. */
    private static final double END = 1.2816;

    /** The next campaign is another one: nothing is known of it more exactly than to a tenth. */
    private static final double AT_BEST = Math.log(1.1) / END;

    static final Evidence NONE = new Evidence(0, 0);

    /** A range that holds the number with a probability of 80 %. */
    static Evidence within(double low, double value, double high) {
        return seen(value, Math.log(high / low) / 2 / END);
    }

    /** @param error the standard deviation of the logarithm: .1 is about a tenth */
    static Evidence seen(double value, double error) {
        return new Evidence(Math.log(value), 1 / (error * error));
    }

    Evidence and(Evidence other) {
        var both = sure + other.sure;
        return both == 0 ? NONE : new Evidence((log * sure + other.log * other.sure) / both, both);
    }

    boolean isNone() {
        return sure == 0;
    }

    double value() {
        return Math.exp(log);
    }

    Learnt learnt() {
        var error = END * Math.max(AT_BEST, 1 / Math.sqrt(sure));
        return new Learnt(value(), Math.exp(log - error), Math.exp(log + error));
    }
}
