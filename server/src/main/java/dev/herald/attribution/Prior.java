package dev.herald.attribution;

import java.util.Arrays;

/** What is expected of an ambassador before anything was redeemed: Gamma-distributed, in the mean as his followers are. */
final class Prior {

    private final double[] weight;
    private final double[] caught;
    private final boolean[] silent;
    private final double total;
    private final double perWeight;

    private Prior(double[] weight, double[] caught, boolean[] silent, double total) {
        this.weight = weight;
        this.caught = caught;
        this.silent = silent;
        this.total = total;
        var expected = 0.0;
        for (var i = 0; i < weight.length; i++) {
            expected += weight[i] * caught[i];
        }
        this.perWeight = Math.max(total, .5) / Math.max(expected, 1e-9);
    }

    static Prior of(Observed observed, double tau) {
        var posters = observed.posters();
        var weight = new double[posters.size()];
        var caught = new double[posters.size()];
        var silent = new boolean[posters.size()];
        var usual = usual(observed);
        for (var i = 0; i < weight.length; i++) {
            var poster = posters.get(i);
            silent[i] = poster.isSilent();
            weight[i] = (poster.followers() > 0 ? poster.followers() : usual) * (silent[i] ? Model.POSTING : 1);
            caught[i] = silent[i] ? 1 : caught(poster.posts(), observed.hours(), tau);
        }
        return new Prior(weight, caught, silent, 0);
    }

    /** The same, so that this many are expected of all together. */
    Prior forTotal(double all) {
        return new Prior(weight, caught, silent, all);
    }

    double total() {
        return total;
    }

    double mean(int poster) {
        return perWeight * weight[poster];
    }

    boolean isSilent(int poster) {
        return silent[poster];
    }

    /** Shape of the Gamma distribution of an ambassador's rate who brought so many. */
    double shape(double brought) {
        return Model.SHAPE + brought;
    }

    /** Its rate. */
    double rate(int poster) {
        return Model.SHAPE / mean(poster) + caught[poster];
    }

    /** Whose followers are not known is taken for the middle one. */
    private static double usual(Observed observed) {
        var known = observed.posters().stream()
                .mapToDouble(Observed.Poster::followers)
                .filter(one -> one > 0)
                .sorted()
                .toArray();
        return known.length == 0 ? 1 : known[known.length / 2];
    }

    /** The share of what posts bring that comes while the campaign is watched. */
    private static double caught(double[] posts, double hours, double tau) {
        return Arrays.stream(posts)
                .map(at -> Math.exp(-Math.max(-at, 0) / tau) - Math.exp(-Math.max(hours - at, 0) / tau))
                .average()
                .orElse(1);
    }
}
