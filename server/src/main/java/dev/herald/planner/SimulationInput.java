package dev.herald.planner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/**
 * What to simulate: a plan in the words of a recommendation, how often, and what to vary.
 *
 * @param points the values to vary it by; one that changes nothing if nothing is varied
 * @param seed the same one gives the same figures
 * @param runs of each point
 */
record SimulationInput(Plan plan, List<SimulationPoint> points, long seed, int runs) {

    static final int USUAL_RUNS = 200;
    static final int MOST_RUNS = 1_000;
    static final long USUAL_SEED = 1;

    /** What is kept between two pieces of work stays small. */
    private static final int MOST_IN_ALL = 4_000;

    /** The greatest whole number that every JSON reader keeps exactly. */
    private static final long MOST_SEED = 9_007_199_254_740_991L;

    SimulationInput {
        points = List.copyOf(points);
    }

    /** By the usual assumptions; faults are refused with 422. */
    static SimulationInput read(Input in) {
        return read(in, _ -> Assumptions.DEFAULT);
    }

    /** @param own what the brand's own campaigns show, for a plan in a currency */
    static SimulationInput read(Input in, Function<Currency, Assumptions> own) {
        var seed = in.integer("seed", 0, MOST_SEED, USUAL_SEED);
        var runs = (int) in.integer("runs", 1, MOST_RUNS, USUAL_RUNS);
        var plan = PlanInput.read(in, Plan.USUAL_CURRENCY, own);
        var points = SimulationPoint.read(in);
        if (runs * points.size() > MOST_IN_ALL) {
            in.refuse("runs", "times the values must be at most 4,000; take " + MOST_IN_ALL / points.size() + ".");
        }
        in.check();
        if (!points.stream().allMatch(point -> Simulator.isSmallEnough(point.of(plan)))) {
            throw new RequestRefused(
                    422,
                    "simulation_too_large",
                    "People are followed one by one: at most 5,000,000 in the audience, 2,000,000 for ambassadors"
                            + " times reach, and 200,000 orders. Ask /v1/recommendations, which calculates instead.");
        }
        return new SimulationInput(plan, points, seed, runs);
    }

    /** The same from a job's input. */
    static SimulationInput read(JsonNode kept) {
        return read(Input.of(Json.bytes(kept)));
    }

    /** Runs in all. */
    int steps() {
        return runs * points.size();
    }

    /** One point alone. */
    SimulationInput at(SimulationPoint point) {
        return new SimulationInput(point.of(plan), List.of(SimulationPoint.NOTHING), seed, runs);
    }
}
