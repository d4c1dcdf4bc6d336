package dev.herald.planner;

/**
 * Where a simulated campaign goes beyond the closed form (docs/SCIENCE.md, Simulator).
 *
 * @param communities into which the audience falls; an ambassador is mostly seen in one of them
 * @param fades whether a code seen long ago is forgotten, and only what was seen before helps to remember
 * @param tails whether some buyers follow days after a post instead of hours
 * @param leaks whether codes get about among people nobody sent
 */
record SimulatorSetting(int communities, boolean fades, boolean tails, boolean leaks) {

    /** What the closed form describes. */
    static final SimulatorSetting PLAIN = new SimulatorSetting(1, false, false, false);

    static final SimulatorSetting USUAL = new SimulatorSetting(12, true, true, true);

    /** How long ambassadors post. */
    static final int DAYS = 28;

    SimulatorSetting {
        if (communities < 1) {
            throw new IllegalArgumentException("An audience is at least one community");
        }
    }

    SimulatorSetting leaking(boolean whether) {
        return new SimulatorSetting(communities, fades, tails, whether);
    }
}
