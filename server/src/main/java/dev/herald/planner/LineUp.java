package dev.herald.planner;

import dev.herald.insight.Rates;
import dev.herald.insight.TrackRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who to invite to the next campaign so that a budget brings the most redemptions (docs/SCIENCE.md, Line-up). Pure.
 *
 * @param picks those to invite, the most for their cost first, those to find out about last
 * @param cost of all of them
 * @param isBest whether no other choice of as much exploration is expected to bring more
 * @param most no other is expected to bring more than this
 * @param considered how many could be invited
 * @param byFollowers whom the same budget buys if only followers count
 */
public record LineUp(
        List<Pick> picks,
        Expected expected,
        long cost,
        boolean isBest,
        double most,
        int considered,
        ByFollowers byFollowers) {

    /** Redemptions are told apart to the thousandth. */
    private static final double FINE = 1_000;

    private static final double MOST_VALUE = 1e12;

    /**
     * One who is invited.
     *
     * @param cost expected, the reward included
     * @param contribution expected of what he sells, before his cost; minor units
     * @param exploring whether he is invited to learn what he can do
     * @param reason in a sentence
     */
    public record Pick(
            TrackRecord who, long cost, Expected expected, long contribution, boolean exploring, String reason) {

        /** What is left when he is paid; perhaps below 0. */
        public long leaves() {
            return contribution - cost;
        }
    }

    /** Those with the most followers. */
    public record ByFollowers(List<TrackRecord> people, Expected expected, long cost) {

        public ByFollowers {
            people = List.copyOf(people);
        }
    }

    public LineUp {
        picks = List.copyOf(picks);
    }

    /** What all who are invited leave when they are paid; perhaps below 0. */
    public long leaves() {
        return picks.stream().mapToLong(Pick::leaves).sum();
    }

    /** @param rates how ambassadors differ, as far as is known */
    static LineUp of(List<TrackRecord> people, Rates rates, LineUpTerms terms) {
        var candidates = people.stream().map(one -> Candidate.of(one, rates)).toList();
        var knapsack = new Knapsack(
                candidates.stream().mapToLong(LineUp::value).toArray(),
                candidates.stream().mapToLong(one -> terms.cost(one.expected())).toArray(),
                terms.budget());
        var explorers = explorers(candidates, knapsack, terms);
        var left = without(knapsack, explorers);
        var chosen = left.best(terms.places() - explorers.cardinality());
        var expectedOfExplorers =
                explorers.stream().mapToLong(i -> knapsack.values()[i]).sum();
        var known = chosen.taken().stream()
                .mapToObj(candidates::get)
                .sorted(Comparator.comparingDouble((Candidate one) -> -one.expected() / terms.cost(one.expected()))
                        .thenComparingDouble(one -> -one.expected()))
                .map(one -> pick(one, terms, false));
        var tried = explorers.stream()
                .mapToObj(candidates::get)
                .sorted(Comparator.comparingDouble((Candidate one) -> -one.expected()))
                .map(one -> pick(one, terms, true));
        var picks = Stream.concat(known, tried).toList();
        var all = (BitSet) chosen.taken().clone();
        all.or(explorers);
        var expected = expected(all, candidates);
        return new LineUp(
                picks,
                expected,
                picks.stream().mapToLong(Pick::cost).sum(),
                chosen.isBest(),
                Math.max(expected.redemptions(), (chosen.most() + expectedOfExplorers) / FINE),
                people.size(),
                byFollowers(candidates, knapsack, terms.places()));
    }

    private static long value(Candidate one) {
        return Math.round(Math.min(MOST_VALUE, one.expected() * FINE));
    }

    /**
     * Those of whom little is known and who may well be good, the greatest hope for their cost first. Who would be invited
     * anyway needs no share of its own.
     */
    private static BitSet explorers(List<Candidate> candidates, Knapsack knapsack, LineUpTerms terms) {
        var explorers = new BitSet();
        var share = (long) (knapsack.budget() * terms.exploration());
        var places = terms.places() == Knapsack.ANY_NUMBER
                ? Knapsack.ANY_NUMBER
                : (int) Math.round(terms.places() * terms.exploration());
        if (share == 0 || places == 0) {
            return explorers;
        }
        var certain = new Knapsack(knapsack.values(), knapsack.costs(), knapsack.budget() - share)
                .best(terms.places() - (places == Knapsack.ANY_NUMBER ? 0 : places));
        var hopes = candidates.stream()
                .mapToDouble(one -> one.isUnclear() ? one.hoped() : 0)
                .toArray();
        var byHope = IntStream.range(0, candidates.size())
                .filter(i -> hopes[i] > 0 && !certain.taken().get(i))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -hopes[i] / Math.max(1, knapsack.costs()[i])))
                .toList();
        var left = share;
        for (var i : byHope) {
            if (explorers.cardinality() < places && knapsack.costs()[i] <= left) {
                explorers.set(i);
                left -= knapsack.costs()[i];
            }
        }
        return explorers;
    }

    /** The rest of the money for the rest of the people. */
    private static Knapsack without(Knapsack knapsack, BitSet taken) {
        var values = knapsack.values().clone();
        taken.stream().forEach(i -> values[i] = 0);
        var spent = taken.stream().mapToLong(i -> knapsack.costs()[i]).sum();
        return new Knapsack(values, knapsack.costs(), knapsack.budget() - spent);
    }

    private static Pick pick(Candidate one, LineUpTerms terms, boolean exploring) {
        return new Pick(
                one.record(),
                terms.cost(one.expected()),
                Expected.of(one.expected(), one.variance()),
                Math.round(terms.contribution() * one.expected()),
                exploring,
                LineUpWords.reason(one, exploring));
    }

    private static Expected expected(BitSet some, List<Candidate> candidates) {
        return Expected.of(
                some.stream().mapToDouble(i -> candidates.get(i).expected()).sum(),
                some.stream().mapToDouble(i -> candidates.get(i).variance()).sum());
    }

    private static ByFollowers byFollowers(List<Candidate> candidates, Knapsack knapsack, int places) {
        var byFollowers = IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingLong(
                        i -> -candidates.get(i).record().followers()))
                .toList();
        var taken = new BitSet();
        var left = knapsack.budget();
        var people = new ArrayList<TrackRecord>();
        for (var i : byFollowers) {
            if (people.size() < places && knapsack.costs()[i] <= left) {
                left -= knapsack.costs()[i];
                taken.set(i);
                people.add(candidates.get(i).record());
            }
        }
        return new ByFollowers(people, expected(taken, candidates), knapsack.budget() - left);
    }
}
