package dev.herald.planner;

import java.util.Locale;

/** Why somebody is invited, in one sentence for people who know no statistics. */
final class LineUpWords {

    private static final double PEOPLE = 1_000;

    private LineUpWords() {}

    static String reason(Candidate one, boolean exploring) {
        var record = one.record();
        if (one.isNew()) {
            return exploring
                    ? "New: never had a code, so this is to find out."
                    : "New: never had a code, and " + followers(record.followers())
                            + " would make up for the usual rate.";
        }
        if (exploring) {
            return record.redemptions() == 0
                    ? "Sold nothing yet with " + reached(one) + " reached: too few to tell, so this is to find out."
                    : "Sold " + count(record.redemptions()) + " with " + reached(one)
                            + " reached: promising, but too little to be sure.";
        }
        return record.redemptions() == 0
                ? "Sold nothing yet with " + reached(one) + " reached, but has " + followers(record.followers()) + "."
                : "Sold " + count(record.redemptions()) + " with " + reached(one) + " reached: about "
                        + rate(one.belief().mean()) + " for each thousand.";
    }

    private static String reached(Candidate one) {
        return count(Math.max(1, Math.round(one.record().reached() * PEOPLE)));
    }

    private static String followers(long followers) {
        if (followers == 0) {
            return "followers nobody counted";
        }
        return followers == 1 ? "1 follower" : count(followers) + " followers";
    }

    private static String count(long many) {
        return String.format(Locale.ROOT, "%,d", many);
    }

    private static String rate(double rate) {
        if (rate >= 9.5) {
            return count(Math.round(rate));
        }
        return String.format(Locale.ROOT, rate >= 1 ? "%.1f" : "%.2f", Math.max(.01, rate))
                .replaceFirst("\\.0$", "");
    }
}
