package dev.herald.planner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;

/**
 * What to simulate: a plan in the words of a recommendation, and how often.
 *
 * @param seed the same one gives the same figures
 */
record SimulationInput(Plan plan, long seed, int runs) {

    static final int USUAL_RUNS = 200;
    static final int MOST_RUNS = 1_000;
    static final long USUAL_SEED = 1;

    /** The greatest whole number that every JSON reader keeps exactly. */
    private static final long MOST_SEED = 9_007_199_254_740_991L;

    /** Faults are refused with 422. */
    static SimulationInput read(Input in) {
        var seed = in.integer("seed", 0, MOST_SEED, USUAL_SEED);
        var runs = in.integer("runs", 1, MOST_RUNS, USUAL_RUNS);
        var plan = PlanInput.read(in);
        if (!Simulator.isSmallEnough(plan)) {
            throw new RequestRefused(
                    422,
                    "simulation_too_large",
                    "People are followed one by one: at most 5,000,000 in the audience, 2,000,000 for ambassadors"
                            + " times reach, and 200,000 orders. Ask /v1/recommendations, which calculates instead.");
        }
        return new SimulationInput(plan, seed, (int) runs);
    }

    /** The same from a job's input. */
    static SimulationInput read(JsonNode kept) {
        return read(Input.of(Json.bytes(kept)));
    }
}
