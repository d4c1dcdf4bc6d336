package dev.herald.planner;

import java.util.List;
import java.util.SplittableRandom;

/** The dice of the demo: seeded, so that the same seed always throws the same. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One whose throws don't depend on how often others are thrown. */
    Chance split() {
        return new Chance(random.nextLong());
    }

    boolean is(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return random.nextDouble(low, high);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the choices, the first the likeliest: each half as likely again as the next. */
    <T> T mostlyFirst(List<T> choices) {
        for (var choice : choices) {
            if (is(1.0 / 3)) {
                return choice;
            }
        }
        return of(choices);
    }

    /** Log-normal with mean 1. */
    double factor(double sigma) {
        return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    /** Exponential with this mean. */
    double waiting(double mean) {
        return mean * random.nextExponential();
    }

    /** Poisson. */
    int count(double mean) {
        var count = 0;
        for (var sum = random.nextExponential(); sum < mean; sum += random.nextExponential()) {
            count++;
        }
        return count;
    }
}
