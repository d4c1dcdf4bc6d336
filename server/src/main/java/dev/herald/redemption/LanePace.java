package dev.herald.redemption;

/**
 * How long a lane's queue may grow: what it carries out in about a second, so that whoever is let in is answered while
 * he still waits, and the others are told at once to come back. Written by the lane alone.
 */
final class LanePace {

    private static final double SECOND = 1e9;

    /** How much of the estimate a new measurement replaces. */
    private static final double WEIGHT = 0.3;

    private final int largestBatch;
    private final int most;
    private double perSecond;
    private volatile int longestQueue;

    LanePace(int largestBatch, int most) {
        this.largestBatch = largestBatch;
        this.most = most;
        this.perSecond = most;
        this.longestQueue = most;
    }

    int longestQueue() {
        return longestQueue;
    }

    /** Only a batch that was full or nearly so tells how fast the lane can be: small ones are quick for lack of work. */
    void took(int tasks, long nanos) {
        if (tasks < largestBatch / 2) {
            return;
        }
        perSecond += WEIGHT * (tasks * SECOND / Math.max(1, nanos) - perSecond);
        longestQueue = (int) Math.clamp(perSecond, largestBatch, most);
    }
}
