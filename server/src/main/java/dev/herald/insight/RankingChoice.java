package dev.herald.insight;

/**
 * Which ranking is wanted.
 *
 * @param top how many are the top; 0 for the usual tenth
 */
public record RankingChoice(Board board, int top) {

    public static final RankingChoice USUAL = new RankingChoice(Board.REDEMPTIONS, 0);

    private static final int ONE_IN = 10;

    public RankingChoice {
        if (top < 0) {
            throw new IllegalArgumentException("A top of " + top);
        }
    }

    /** How many of some are the top. */
    public int top(int among) {
        return top == 0 ? Math.ceilDiv(among, ONE_IN) : Math.min(top, among);
    }
}
