package dev.herald.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares who redeems here with who redeems elsewhere (docs/SCIENCE.md, Audience). Pure.
 *
 * <p>Which segments are compared depends only on what here and elsewhere have together: a choice by the count here would
 * pick what chance made large.
 */
final class AudienceRules {

    /** A tenth of the normal distribution lies above it. */
    private static final double UPPER_TENTH = 1.2815515655446004;

    private AudienceRules() {}

    /** A segment with its counts, here and in all, and their bases. */
    private record Cell(Segment segment, long here, long all, long baseHere, long baseAll) {

        boolean isLargeEnoughToTest() {
            var expected = chance().mean();
            return expected >= Audience.SMALLEST_CELL && all - expected >= Audience.SMALLEST_CELL;
        }

        boolean isLargeEnoughToShow() {
            return here >= Audience.SMALLEST_CELL && all - here >= Audience.SMALLEST_CELL;
        }

        double pValue() {
            return chance().twoSided(here);
        }

        private Hypergeometric chance() {
            return new Hypergeometric(baseAll, all, baseHere);
        }

        Finding finding(double pValue, double qValue) {
            var elsewhere = all - here;
            var baseElsewhere = baseAll - baseHere;
            var share = (double) here / baseHere;
            var referenceShare = (double) elsewhere / baseElsewhere;
            var lift = share / referenceShare;
            // The logarithm of a ratio of shares is about normal (D. Katz and others 1978).
            var error = Math.sqrt(1.0 / here - 1.0 / baseHere + 1.0 / elsewhere - 1.0 / baseElsewhere);
            var width = Math.exp(UPPER_TENTH * error);
            return new Finding(segment, here, share, referenceShare, lift, lift / width, lift * width, pValue, qValue);
        }
    }

    /**
     * @param here redemptions by segment, with the bases
     * @param all the same of here and elsewhere together
     */
    static Audience compare(Map<Segment, Long> here, Map<Segment, Long> all, boolean complete) {
        var cells = cells(here, all);
        var tested = cells.stream().filter(Cell::isLargeEnoughToTest).toList();
        var pValues = tested.stream().mapToDouble(Cell::pValue).toArray();
        var qValues = FalseDiscovery.qValues(pValues);
        var findings = new ArrayList<Finding>();
        for (var i = 0; i < tested.size(); i++) {
            if (tested.get(i).isLargeEnoughToShow()) {
                findings.add(tested.get(i).finding(pValues[i], qValues[i]));
            }
        }
        findings.sort(Comparator.comparingDouble(Finding::lift)
                .reversed()
                .thenComparing(one -> one.segment().column())
                .thenComparing(one -> one.segment().name()));
        var redemptions = here.getOrDefault(Segment.EVERY_ONE, 0L);
        return new Audience(
                findings,
                tested.size(),
                cells.size() - findings.size(),
                redemptions,
                all.getOrDefault(Segment.EVERY_ONE, 0L) - redemptions,
                here.entrySet().stream()
                        .filter(one -> one.getValue() > 0)
                        .map(one -> one.getKey().dimension())
                        .collect(Collectors.toSet()),
                complete);
    }

    /** Segments that occur anywhere, in dimensions of which something is known on both sides. */
    private static List<Cell> cells(Map<Segment, Long> here, Map<Segment, Long> all) {
        return all.entrySet().stream()
                .filter(one -> !one.getKey().isBase() && one.getValue() > 0)
                .map(one -> {
                    var segment = one.getKey();
                    return new Cell(
                            segment,
                            here.getOrDefault(segment, 0L),
                            one.getValue(),
                            here.getOrDefault(segment.base(), 0L),
                            all.getOrDefault(segment.base(), 0L));
                })
                .filter(cell -> cell.baseHere() > 0 && cell.baseHere() < cell.baseAll())
                .toList();
    }
}
