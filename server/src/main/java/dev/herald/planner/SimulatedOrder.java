package dev.herald.planner;

/**
 * An order of a simulated campaign with what a real one never tells: its cause.
 *
 * @param hours since the launch
 * @param person of the audience, or {@link #NOBODY} if from outside
 * @param ambassador who brought it about, or whose code leaked; nobody if a code that all share leaked
 * @param clicked whether it came by a link
 * @param region where the buyer lives: a community of the audience, or a number above them all
 * @param named whom the buyer names in the survey; nobody without an answer
 */
record SimulatedOrder(
        double hours,
        int person,
        int ambassador,
        Cause cause,
        boolean clicked,
        boolean newCustomer,
        int region,
        int named) {

    static final int NOBODY = -1;

    /** How a buyer came by the code. */
    enum Cause {
        LINK,
        MEMORY,
        FRIEND,
        LEAK
    }

    boolean isLeaked() {
        return cause == Cause.LEAK;
    }
}
