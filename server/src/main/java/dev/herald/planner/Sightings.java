package dev.herald.planner;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/** Which posts each person of the audience saw, in the order of time. */
final class Sightings {

    /** Of those who see a post, the share that belongs to the ambassador's own community. */
    private static final double AT_HOME = .8;

    private final int[] from;
    private final int[] posts;

    private Sightings(int[] from, int[] posts) {
        this.from = from;
        this.posts = posts;
    }

    static Sightings of(SimulatedCast cast, int people, SimulatorSetting setting, UniformRandomProvider random) {
        var seen = new int[cast.postCount()];
        var total = 0;
        for (var post = 0; post < seen.length; post++) {
            var by = cast.postBy(post);
            seen[post] = PoissonSampler.of(random, Math.max(1e-9, cast.reach(by) / cast.posts(by)))
                    .sample();
            total = Math.addExact(total, seen[post]);
        }
        var whom = new int[total];
        var from = new int[people + 1];
        var next = 0;
        for (var post = 0; post < seen.length; post++) {
            var home = cast.home(cast.postBy(post));
            for (var i = 0; i < seen[post]; i++) {
                var person = somebody(people, home, setting.communities(), random);
                whom[next++] = person;
                from[person + 1]++;
            }
        }
        for (var person = 0; person < people; person++) {
            from[person + 1] += from[person];
        }
        return new Sightings(from, sorted(seen, whom, from.clone()));
    }

    /** Posts come by time, so each person's stay in that order. */
    private static int[] sorted(int[] seen, int[] whom, int[] free) {
        var posts = new int[whom.length];
        var next = 0;
        for (var post = 0; post < seen.length; post++) {
            for (var i = 0; i < seen[post]; i++) {
                posts[free[whom[next++]]++] = post;
            }
        }
        return posts;
    }

    private static int somebody(int people, int home, int communities, UniformRandomProvider random) {
        if (communities == 1 || people < communities || random.nextDouble() >= AT_HOME) {
            return random.nextInt(people);
        }
        return home + communities * random.nextInt((people - home + communities - 1) / communities);
    }

    static int communityOf(int person, SimulatorSetting setting) {
        return person % setting.communities();
    }

    int count(int person) {
        return from[person + 1] - from[person];
    }

    /** The post that a person saw as the number-th, counted from 0. */
    int post(int person, int number) {
        return posts[from[person] + number];
    }
}
