package dev.herald.planner;

import dev.herald.planner.SimulatedOrder.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Lets codes of a simulated campaign get about. Each use may leak its code; from then until the end people use it whom
 * nobody sent, without a click and from regions that are new. On average they are the assumed share of all orders.
 */
record Leaks(Assumptions given, SimulatorSetting setting, SimulatedCast cast, UniformRandomProvider random) {

    private static final double HAZARD = .01;
    private static final int NEW_REGIONS = 3;

    List<SimulatedOrder> of(List<SimulatedOrder> orders) {
        var leaked = new ArrayList<SimulatedOrder>();
        var uses = usesOfCodes(orders);
        for (var owner = SimulatedOrder.NOBODY; owner < cast.size(); owner++) {
            leaked.addAll(of(owner, uses.getOrDefault(owner, List.of())));
        }
        return leaked;
    }

    /** The code that many share is nobody's. */
    private Map<Integer, List<SimulatedOrder>> usesOfCodes(List<SimulatedOrder> orders) {
        var uses = new HashMap<Integer, List<SimulatedOrder>>();
        for (var order : orders) {
            var owner = cast.hasOwn(order.ambassador()) ? order.ambassador() : SimulatedOrder.NOBODY;
            uses.computeIfAbsent(owner, _ -> new ArrayList<>()).add(order);
        }
        return uses;
    }

    private List<SimulatedOrder> of(int owner, List<SimulatedOrder> uses) {
        var chance = -Math.expm1(-HAZARD * uses.size());
        var leaked = new ArrayList<SimulatedOrder>();
        var share = given.get(owner == SimulatedOrder.NOBODY ? Assumption.LEAK_BLANKET : Assumption.LEAK_OWN);
        if (random.nextDouble() >= chance || share == 0) {
            return leaked;
        }
        var from = uses.get(random.nextInt(uses.size())).hours();
        var until = Math.max(from + 24, SimulatorSetting.DAYS * 24);
        var expected = uses.size() * share / (1 - share) / chance;
        var count = PoissonSampler.of(random, expected).sample();
        for (var i = 0; i < count; i++) {
            leaked.add(new SimulatedOrder(
                    from + random.nextDouble() * (until - from),
                    SimulatedOrder.NOBODY,
                    owner,
                    Cause.LEAK,
                    false,
                    false,
                    setting.communities() + random.nextInt(NEW_REGIONS),
                    SimulatedOrder.NOBODY));
        }
        return leaked;
    }
}
