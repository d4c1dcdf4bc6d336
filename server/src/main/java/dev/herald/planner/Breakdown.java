package dev.herald.planner;

/**
 * Why a strategy brings other redemptions than a blanket code: factors that multiply to the ratio of the two.
 *
 * @param sharing more ambassadors post a code of their own
 * @param saturation the audience doesn't grow with them: the same people see more posts
 * @param recall different codes don't help each other to be remembered
 * @param typing a shorter or longer code is mistyped less or more
 * @param wordOfMouth buyers tell more friends about a code that everybody knows
 */
record Breakdown(double sharing, double saturation, double recall, double typing, double wordOfMouth) {

    static Breakdown of(Manner manner, Plan plan) {
        var given = plan.assumptions();
        var many = plan.ambassadors();
        var from = Manner.blanket(given);
        var shared = from.postedAs(manner);
        var remembered = shared.rememberedAs(manner);
        var typed = remembered.typedAs(manner);
        var before = Response.redemptions(from, many, given);
        var afterSharing = Response.redemptions(shared, many, given);
        var afterRecall = Response.redemptions(remembered, many, given);
        var afterTyping = Response.redemptions(typed, many, given);
        var sharing = manner.posting() / from.posting();
        return new Breakdown(
                sharing,
                afterSharing / before / sharing,
                afterRecall / afterSharing,
                afterTyping / afterRecall,
                (1 - from.wordOfMouth()) / (1 - manner.wordOfMouth()));
    }
}
