package dev.herald.attribution;

import java.util.BitSet;

/** Counts what credit rests on: that the buyer or a click names somebody, or that he is the likely one by time alone. */
final class Basis {

    private static final double LIKELY = .5;

    private final BitSet timely;
    private final long[] all;
    private final long[] named;
    private final long[] timed;

    private Basis(BitSet timely, int posters) {
        this.timely = timely;
        this.all = new long[posters];
        this.named = new long[posters];
        this.timed = new long[posters];
    }

    static Basis of(Observed observed, Fit fit) {
        var posters = observed.posters().size();
        var candidates = fit.candidates();
        var timely = new BitSet(candidates.size());
        // As if all brought the same: followers have no say in what the time shows.
        var total = 0.0;
        var silent = 0.0;
        for (var i = 0; i < posters; i++) {
            total += fit.rates()[i];
            silent += fit.prior().isSilent(i) ? fit.rates()[i] : 0;
        }
        var each = total / Math.max(posters, 1);
        var anytime = fit.background() + silent / observed.hours();
        for (var order = 0; order < observed.orders().size(); order++) {
            var sum = anytime;
            for (var c = candidates.from(order); c < candidates.to(order); c++) {
                sum += each * candidates.likely(c);
            }
            for (var c = candidates.from(order); c < candidates.to(order); c++) {
                timely.set(c, each * candidates.likely(c) >= LIKELY * sum);
            }
        }
        return new Basis(timely, posters);
    }

    void add(int who, Observed.Order order, int candidate) {
        all[who]++;
        if (order.clicked() == who || order.told() == who) {
            named[who]++;
        } else if (candidate >= 0 && timely.get(candidate)) {
            timed[who]++;
        }
    }

    /** Share of an ambassador's credit for which there is more than a crowded moment and the number of his followers. */
    double evident(int who) {
        return all[who] == 0 ? 0 : (double) (named[who] + timed[who]) / all[who];
    }

    /** Share of it that a click or the buyer himself names him for. */
    double named(int who) {
        return all[who] == 0 ? 0 : (double) named[who] / all[who];
    }
}
