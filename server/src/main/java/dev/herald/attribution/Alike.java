package dev.herald.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds those who cannot be told apart: their posts are always so close together that the time does not say whose buyers
 * came, and what they brought together is sure while what each brought is not.
 */
final class Alike {

    /** Of two responses, the part that they share. */
    static final double OVERLAP = .7;

    private final Observed observed;
    private final Draws draws;
    private final double tau;

    private Alike(Observed observed, Draws draws, double tau) {
        this.observed = observed;
        this.draws = draws;
        this.tau = tau;
    }

    /** For each ambassador the others whom his credit may belong to as well. */
    static List<List<Integer>> find(Observed observed, Draws draws, double tau) {
        return new Alike(observed, draws, tau).groups();
    }

    private List<List<Integer>> groups() {
        var count = observed.posters().size();
        var near = empty(count);
        for (var i = 0; i < count; i++) {
            for (var j = i + 1; j < count; j++) {
                if (overlap(
                                observed.posters().get(i).posts(),
                                observed.posters().get(j).posts(),
                                tau)
                        >= OVERLAP) {
                    near.get(i).add(j);
                    near.get(j).add(i);
                }
            }
        }
        var alike = empty(count);
        for (var i = 0; i < count; i++) {
            if (isOnlySureTogether(i, near.get(i))) {
                for (var j : near.get(i)) {
                    join(alike, i, j);
                    join(alike, j, i);
                }
            }
        }
        return alike;
    }

    private static void join(List<List<Integer>> alike, int one, int other) {
        if (!alike.get(one).contains(other)) {
            alike.get(one).add(other);
        }
    }

    private boolean isOnlySureTogether(int one, List<Integer> others) {
        if (others.isEmpty()) {
            return false;
        }
        var group = new ArrayList<>(others);
        group.add(one);
        var apart = group.stream().mapToDouble(i -> variance(List.of(i))).sum();
        return apart >= group.size() / 2.0 && variance(group) <= apart / 2;
    }

    private double variance(List<Integer> group) {
        var sum = 0.0;
        var squares = 0.0;
        for (var story = 0; story < draws.count(); story++) {
            var brought = 0.0;
            for (var i : group) {
                brought += draws.brought(story, i);
            }
            sum += brought;
            squares += brought * brought;
        }
        var mean = sum / draws.count();
        return squares / draws.count() - mean * mean;
    }

    /** The integral of the smaller of two responses; between posts both fall alike, so it is a sum. */
    static double overlap(double[] one, double[] other, double tau) {
        if (one.length == 0 || other.length == 0 || Math.abs(one[0] - other[0]) > tau) {
            return 0;
        }
        var i = 0;
        var j = 0;
        var first = 0.0;
        var second = 0.0;
        var shared = 0.0;
        var now = Math.min(one[0], other[0]);
        while (i < one.length || j < other.length) {
            var nextOne = i < one.length ? one[i] : Double.POSITIVE_INFINITY;
            var nextOther = j < other.length ? other[j] : Double.POSITIVE_INFINITY;
            var next = Math.min(nextOne, nextOther);
            var left = Math.exp(-(next - now) / tau);
            shared += Math.min(first, second) * (1 - left);
            first *= left;
            second *= left;
            if (nextOne <= nextOther) {
                first += 1.0 / one.length;
                i++;
            } else {
                second += 1.0 / other.length;
                j++;
            }
            now = next;
        }
        return shared + Math.min(first, second);
    }

    private static List<List<Integer>> empty(int count) {
        var lists = new ArrayList<List<Integer>>(count);
        for (var i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
