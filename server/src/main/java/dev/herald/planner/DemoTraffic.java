package dev.herald.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When people buy after ambassadors post (docs/SCIENCE.md, Simulator): one to six posts each with a spike at the launch,
 * buyers within hours of a post with a slow tail, more of them in the evening and towards the weekend.
 *
 * @param until the last moment told of
 * @param shared whether all share one code, which fewer of them post
 * @param orders how many there are in the mean
 */
record DemoTraffic(Instant from, Instant until, boolean shared, int orders) {

    /** Somebody buys because of a person's post. */
    record Visit(int person, Instant at) {}

    private static final double POSTING_SHARED = .45;
    private static final double POSTING_OWN = .6;
    private static final int MOST_POSTS = 6;
    private static final double LAUNCH_HOURS = 30;
    private static final double SOON_HOURS = 10;
    private static final double LATE_HOURS = 96;
    private static final double SHARE_SOON = .75;

    /** Monday to Sunday. */
    private static final double[] WEEK = {.8, .85, .9, .95, 1.1, 1.25, 1.15};

    private record Post(int person, Instant at, double pull) {}

    /** All visits, oldest first. */
    List<Visit> visits(List<DemoPerson> people, Chance chance) {
        var posts = posts(people, chance);
        var pull = posts.stream().mapToDouble(Post::pull).sum();
        var visits = new ArrayList<Visit>();
        for (var post : posts) {
            var buyers = chance.count(orders * post.pull() / pull);
            for (var i = 0; i < buyers; i++) {
                visits.add(new Visit(post.person(), visitAfter(post.at(), chance)));
            }
        }
        visits.sort(Comparator.comparing(Visit::at).thenComparingInt(Visit::person));
        return visits;
    }

    private List<Post> posts(List<DemoPerson> people, Chance chance) {
        var posts = new ArrayList<Post>();
        for (var i = 0; i < people.size(); i++) {
            var own = chance.split();
            if (!own.is(shared ? POSTING_SHARED : POSTING_OWN)) {
                continue;
            }
            var count = 1 + own.below(MOST_POSTS);
            var pull = people.get(i).followers() * people.get(i).talent() / count;
            for (var k = 0; k < count; k++) {
                posts.add(new Post(i, postedAt(k, own), pull));
            }
        }
        return posts;
    }

    /** The first post comes with the launch, the others whenever. */
    private Instant postedAt(int number, Chance chance) {
        var hours = Duration.between(from, until).toMinutes() / 60.0;
        var wait = number == 0 ? chance.waiting(LAUNCH_HOURS) : chance.between(0, hours);
        return later(from, Math.min(wait, hours * .95));
    }

    /** Drawn again until the hour and the day agree, or time runs out. */
    private Instant visitAfter(Instant post, Chance chance) {
        while (true) {
            var at = later(post, chance.waiting(chance.is(SHARE_SOON) ? SOON_HOURS : LATE_HOURS));
            if (at.isBefore(until) && chance.is(liveliness(at))) {
                return at;
            }
        }
    }

    private static Instant later(Instant from, double hours) {
        return from.plusSeconds(Math.round(hours * 3_600));
    }

    /** Between 0 and 1: little at night, most at eight in the evening, more towards the weekend. */
    private static double liveliness(Instant at) {
        var time = ZonedDateTime.ofInstant(at, ZoneOffset.UTC);
        var evening = .55 + .45 * Math.cos((time.getHour() - 20) * Math.PI / 12);
        return evening * WEEK[time.getDayOfWeek().getValue() - 1] / 1.25;
    }
}
