package dev.herald.planner;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An invented ambassador.
 *
 * @param followers log-normal, sigma 1.2, in the mean 5,000, at most 60,000
 * @param talent buyers for each follower reached, against the others' mean; log-normal, sigma 1.0
 * @param region where most of the followers live
 */
record DemoPerson(
        String name, String handle, String email, long followers, double talent, List<String> channels, String region) {

    static final List<String> REGIONS = List.of(
            "California", "Texas", "New York", "Florida", "Illinois", "Washington", "Colorado", "Georgia", "Oregon");

    private static final List<List<String>> CHANNELS = List.of(
            List.of("instagram"),
            List.of("instagram", "tiktok"),
            List.of("tiktok"),
            List.of("instagram", "strava"),
            List.of("youtube", "instagram"),
            List.of("strava"));

    private static final double MEAN_FOLLOWERS = 5_000;

    /** A celebrity would outsell all others together. */
    private static final long MOST_FOLLOWERS = 60_000;

    private static final double REACH_SIGMA = 1.2;
    private static final double TALENT_SIGMA = 1.0;

    static List<DemoPerson> all(Chance chance) {
        var people = new ArrayList<DemoPerson>();
        for (var name : DemoNames.ALL) {
            var own = chance.split();
            var slug = slug(name);
            people.add(new DemoPerson(
                    name,
                    "@" + slug + own.of(List.of("", ".runs", ".moves", "_fit", ".outdoors")),
                    slug + "@example.com",
                    Math.clamp(Math.round(MEAN_FOLLOWERS * own.factor(REACH_SIGMA) / 10) * 10, 50, MOST_FOLLOWERS),
                    own.factor(TALENT_SIGMA),
                    own.of(CHANNELS),
                    own.mostlyFirst(REGIONS)));
        }
        return people;
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replace('ı', 'i')
                .replaceAll("[^a-z ]", "")
                .strip()
                .replaceAll(" +", ".");
    }
}
