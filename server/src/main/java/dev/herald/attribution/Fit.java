package dev.herald.attribution;

import java.util.Arrays;
import java.util.List;

/**
 * The likeliest rates, by expectation and maximisation: who may have brought each redemption, then what follows for each.
 *
 * @param tau hours in which buyers follow a post, in the mean
 * @param rates how many each ambassador brings in all
 * @param background how many come by themselves in an hour
 * @param clicking share of those brought by ambassadors who click a link
 */
record Fit(double tau, double[] rates, double background, double clicking, Prior prior, Candidates candidates) {

    private static final int MOST_STEPS = 150;
    private static final int STEPS_WITH_A_TAU = 3;
    /** How much less likely any ambassador is when the buyer says that none told him. */
    private static final double AGAINST_NOBODY = Model.FORGETFUL_ANSWERS / Model.TRUE_ANSWERS;

    /** Estimates tau too. */
    static Fit of(Observed observed) {
        return new Fitting(observed, Model.USUAL_TAU, true).run();
    }

    /** With a tau that is known, or held to be. */
    static Fit of(Observed observed, double tau) {
        return new Fitting(observed, tau, false).run();
    }

    /** How much less an order without a click speaks for any ambassador: who comes by himself never clicks. */
    double belief(Observed.Order order) {
        return belief(order, clicking);
    }

    private static double belief(Observed.Order order, double clicking) {
        return (1 - clicking) * (order.told() == Observed.NOBODY ? AGAINST_NOBODY : 1);
    }

    /** The sums of one step. */
    private static final class Fitting {

        private final Observed observed;
        private final List<Observed.Order> orders;
        private final boolean learnsTau;
        private final double[] rates;
        private final double[] brought;
        private Prior prior;
        private Candidates candidates;
        private double tau;
        private double background;
        private final long clicks;
        private double clicking;
        private double alone;
        private double delays;
        private double delayed;

        Fitting(Observed observed, double tau, boolean learnsTau) {
            this.observed = observed;
            this.orders = observed.orders();
            this.learnsTau = learnsTau;
            this.tau = tau;
            this.candidates = Candidates.of(observed, tau);
            var share = 1 - Model.ALONE;
            this.prior = Prior.of(observed, tau).forTotal(share * orders.size());
            this.background = Model.ALONE * orders.size() / observed.hours();
            this.clicks = orders.stream().filter(one -> one.clicked() >= 0).count();
            this.clicking = (double) clicks / (orders.size() + 1);
            this.rates = new double[observed.posters().size()];
            this.brought = new double[rates.length];
            for (var i = 0; i < rates.length; i++) {
                rates[i] = prior.mean(i);
            }
        }

        Fit run() {
            for (var step = 1; step <= MOST_STEPS; step++) {
                expect();
                var moved = maximise();
                if (learnsTau && step % STEPS_WITH_A_TAU == 0) {
                    moved |= learnTau();
                }
                if (!moved && step > STEPS_WITH_A_TAU) {
                    break;
                }
            }
            return new Fit(tau, rates, background, clicking, prior, candidates);
        }

        private void expect() {
            Arrays.fill(brought, 0);
            alone = 0;
            delays = 0;
            delayed = 0;
            var silent = 0.0;
            var pooled = 0.0;
            for (var i = 0; i < rates.length; i++) {
                pooled += prior.isSilent(i) ? rates[i] : 0;
            }
            for (var order = 0; order < orders.size(); order++) {
                var one = orders.get(order);
                if (one.clicked() >= 0) {
                    credit(one.clicked(), 1, delayOf(order, one.clicked()));
                    continue;
                }
                var belief = belief(one, clicking);
                var pool = belief * pooled / observed.hours();
                var all = background + pool;
                for (var c = candidates.from(order); c < candidates.to(order); c++) {
                    all += belief * rates[candidates.who(c)] * candidates.likely(c);
                }
                for (var c = candidates.from(order); c < candidates.to(order); c++) {
                    var who = candidates.who(c);
                    credit(who, belief * rates[who] * candidates.likely(c) / all, candidates.delay(c));
                }
                alone += background / all;
                silent += pool / all;
            }
            for (var i = 0; i < rates.length && pooled > 0; i++) {
                brought[i] += prior.isSilent(i) ? silent * rates[i] / pooled : 0;
            }
        }

        private double delayOf(int order, int who) {
            for (var c = candidates.from(order); c < candidates.to(order); c++) {
                if (candidates.who(c) == who) {
                    return candidates.delay(c);
                }
            }
            return Double.NaN;
        }

        private void credit(int who, double share, double delay) {
            brought[who] += share;
            if (!Double.isNaN(delay)) {
                delays += share * delay;
                delayed += share;
            }
        }

        /** Whether that changed much. */
        private boolean maximise() {
            var total = 0.0;
            for (var one : brought) {
                total += one;
            }
            prior = prior.forTotal(total);
            clicking = clicks / (total + 1);
            var change = 0.0;
            for (var i = 0; i < rates.length; i++) {
                var rate = prior.shape(brought[i]) / prior.rate(i);
                change += Math.abs(rate - rates[i]);
                rates[i] = rate;
            }
            background = (Model.SHAPE_OF_ALONE + alone) / observed.rateOfAlone();
            return change > .002 * orders.size();
        }

        private boolean learnTau() {
            var weight = Model.WEIGHT_OF_TAU;
            var found = (weight * Model.USUAL_TAU + delays) / (weight + delayed);
            var next = Math.clamp(found, Model.LEAST_TAU, Model.MOST_TAU);
            if (Math.abs(next - tau) < .01 * tau) {
                return false;
            }
            tau = next;
            candidates = Candidates.of(observed, tau);
            prior = Prior.of(observed, tau).forTotal(prior.total());
            return true;
        }
    }
}
