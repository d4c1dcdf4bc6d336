package dev.herald.planner;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How well redemptions tell who the best ambassadors are, when talent is log-normal and redemptions are Poisson
 * (docs/SCIENCE.md, Which strategy: power). It does not depend on how many there are.
 *
 * @param redemptions expected of each posting ambassador
 * @param spread sigma of the talent
 * @param top fraction looked for
 */
record Recognition(double redemptions, double spread, double top) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int STEPS = 120;
    private static final double FAR = 8;

    /** Share of the true top that is among the observed top: P(Y > z | X > z), bivariate normal. */
    double recall() {
        var z = threshold();
        var rho = correlation();
        var rest = Math.sqrt(1 - rho * rho);
        if (rest < 1e-6) {
            return 1;
        }
        // Simpson's rule over the root of x - z, because the integrand is steepest at z.
        var width = Math.sqrt(FAR) / STEPS;
        var sum = 0.0;
        for (var i = 0; i <= STEPS; i++) {
            var root = i * width;
            var x = z + root * root;
            var weight = i == 0 || i == STEPS ? 1 : 2 + i % 2 * 2;
            sum += weight * 2 * root * NORMAL.density(x) * NORMAL.cumulativeProbability((rho * x - z) / rest);
        }
        return Math.min(1, sum * width / 3 / top);
    }

    /** Value of the observed top, as a share of the true top's. */
    double value() {
        return NORMAL.cumulativeProbability(correlation() * spread - threshold())
                / NORMAL.cumulativeProbability(spread - threshold());
    }

    /** How many times as much the observed top is worth as a random pick of the same size. */
    double uplift() {
        return NORMAL.cumulativeProbability(correlation() * spread - threshold()) / top;
    }

    private double correlation() {
        var atThreshold = redemptions * Math.exp(spread * threshold() - spread * spread / 2);
        return Math.sqrt(spread * spread / (spread * spread + 1 / atThreshold));
    }

    private double threshold() {
        return NORMAL.inverseSurvivalProbability(top);
    }
}
