package dev.herald.code;

/**
 * How likely somebody who tries codes finds one that works.
 *
 * @param free random symbols of a code; none in a memorable code
 * @param live codes of that form which work
 * @param triesADay how many texts are tried in a day
 */
record Guessability(int free, long live, long triesADay) {

    /** 10,000 a minute from a network of machines, day and night: what one caller gets past the limits is far less. */
    static final long STRONG_ATTACK = 14_400_000;

    /**
     * The expected hits of one day's strong attack that we accept. 300 codes of 8 symbols have .011, and 8 is what people
     * copy without a slip: they shall be enough, for up to 524 codes. For 1,000, with .038, it takes 9.
     */
    private static final double ACCEPTED = .02;

    private static final int SHORTEST = 8;
    private static final int DAYS = 365;

    Guessability {
        if (free < 0 || live < 0 || triesADay < 0) {
            throw new IllegalArgumentException("There is no less than none: " + free + ", " + live + ", " + triesADay);
        }
    }

    /** What to tell a brand about its codes. */
    enum Verdict {
        HARD_TO_GUESS("Hard to guess: even 14.4 million tries a day would take 50 days to find one."),
        GUESSABLE(
                "Guessable: somebody who tries long enough finds one. Take longer codes, or limit what one is worth."),
        GUESSABLE_BY_DESIGN(
                "Easy to remember and so to guess, by design: limits for codes and customers and for tries protect it.");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The fewest random symbols with which that many codes are hard to guess. */
    static int requiredLength(long live) {
        var length = SHORTEST;
        while (new Guessability(length, live, STRONG_ATTACK).hitsADay() > ACCEPTED) {
            length++;
        }
        return length;
    }

    /** Expected; of memorable codes all, because they can be thought of. */
    double hitsADay() {
        return hits((double) triesADay);
    }

    double hitsAYear() {
        return hits(DAYS * (double) triesADay);
    }

    Verdict verdict() {
        if (free == 0) {
            return Verdict.GUESSABLE_BY_DESIGN;
        }
        var attacked = new Guessability(free, live, STRONG_ATTACK);
        return attacked.hitsADay() <= ACCEPTED ? Verdict.HARD_TO_GUESS : Verdict.GUESSABLE;
    }

    private double hits(double tries) {
        var share = Math.min(1, tries / Math.pow(RandomCodes.SYMBOLS.length(), free));
        return live * share;
    }
}
