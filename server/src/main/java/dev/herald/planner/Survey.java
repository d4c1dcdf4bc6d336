package dev.herald.planner;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Asks simulated buyers who sent them: some answer, and most of those are right. */
record Survey(SimulatedCast cast, UniformRandomProvider random) {

    private static final double ANSWERED = .3;
    private static final double RIGHT = .85;

    List<SimulatedOrder> asked(List<SimulatedOrder> orders) {
        return orders.stream().map(this::asked).toList();
    }

    private SimulatedOrder asked(SimulatedOrder order) {
        if (random.nextDouble() >= ANSWERED) {
            return order;
        }
        var named = random.nextDouble() < RIGHT ? order.ambassador() : cast.anybody(random);
        return new SimulatedOrder(
                order.hours(),
                order.person(),
                order.ambassador(),
                order.cause(),
                order.clicked(),
                order.newCustomer(),
                order.region(),
                named);
    }
}
