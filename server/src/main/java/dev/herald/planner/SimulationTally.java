package dev.herald.planner;

import dev.herald.campaign.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** The figures of the runs so far, one line for each strategy compared. */
record SimulationTally(List<Line> lines) {

    /**
     * One strategy's figures.
     *
     * @param redemptions of each run
     * @param profits of each run, in units of the currency
     * @param course orders by day, all runs together
     */
    record Line(
            Strategy strategy,
            List<Integer> redemptions,
            List<Double> profits,
            long leaked,
            long newCustomers,
            long lost,
            List<Long> course) {

        Line {
            redemptions = List.copyOf(redemptions);
            profits = List.copyOf(profits);
            course = List.copyOf(course);
        }

        static Line empty(Strategy strategy) {
            var days = Collections.nCopies(Simulated.COURSE_DAYS, 0L);
            return new Line(strategy, List.of(), List.of(), 0, 0, 0, days);
        }

        Line with(Simulated run) {
            var days = run.course();
            var summed = new ArrayList<Long>();
            for (var day = 0; day < days.length; day++) {
                summed.add(course.get(day) + days[day]);
            }
            return new Line(
                    strategy,
                    longer(redemptions, run.redemptions()),
                    longer(profits, run.profit()),
                    leaked + run.leaked(),
                    newCustomers + run.newCustomers(),
                    lost + run.lost(),
                    summed);
        }

        private static <T> List<T> longer(List<T> list, T last) {
            var longer = new ArrayList<>(list);
            longer.add(last);
            return longer;
        }
    }

    static final SimulationTally EMPTY = new SimulationTally(
            Arrays.stream(Strategy.values()).map(Line::empty).toList());

    SimulationTally {
        lines = List.copyOf(lines);
    }

    int runs() {
        return lines.getFirst().redemptions().size();
    }

    /** One run more of every strategy, with the same ambassadors. Its seed follows from its number alone. */
    SimulationTally next(SimulationInput input) {
        var seed = new SplittableRandom(input.seed() ^ ((long) runs() << 53)).nextLong();
        return new SimulationTally(lines.stream()
                .map(line -> line.with(Simulator.run(input.plan(), line.strategy(), SimulatorSetting.USUAL, seed)))
                .toList());
    }
}
