package dev.herald.planner;

import java.util.List;

/**
 * What became of one simulated campaign.
 *
 * @param orders oldest first
 * @param lost people who wanted to buy with the code and had forgotten it, or did not get it in
 */
record Simulated(Plan plan, Manner manner, SimulatedCast cast, List<SimulatedOrder> orders, int lost) {

    /** The days of the campaign and two weeks more; whatever comes later is told with the last. */
    static final int COURSE_DAYS = SimulatorSetting.DAYS + 14;

    Simulated {
        orders = List.copyOf(orders);
    }

    /** Orders that ambassadors brought about; those of leaked codes are counted apart. */
    int redemptions() {
        return orders.size() - leaked();
    }

    int leaked() {
        return (int) orders.stream().filter(SimulatedOrder::isLeaked).count();
    }

    int newCustomers() {
        return (int) orders.stream().filter(SimulatedOrder::newCustomer).count();
    }

    /** In units of the currency, by the same account as the advice. */
    double profit() {
        return Outlook.profit(plan, manner, redemptions(), leaked());
    }

    /** Redemptions that each ambassador brought about, as only the simulator can know under a shared code. */
    int[] redemptionsOfEach() {
        var counts = new int[cast.size()];
        orders.stream().filter(order -> !order.isLeaked()).forEach(order -> counts[order.ambassador()]++);
        return counts;
    }

    /** Orders by day since the launch, leaks included. */
    int[] course() {
        var days = new int[COURSE_DAYS];
        orders.forEach(order -> days[Math.min(COURSE_DAYS - 1, (int) (order.hours() / 24))]++);
        return days;
    }
}
