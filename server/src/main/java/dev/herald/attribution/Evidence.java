package dev.herald.attribution;

import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.redemption.SharedUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that speaks for anybody in a campaign.
 *
 * @param sharers by number, as {@link Observed} counts them
 * @param oneOf of how many redemptions one is among the uses
 */
record Evidence(
        List<Ambassador> sharers, List<Post> posts, List<SharedUse> uses, List<SurveyAnswer.Of> answers, int oneOf) {

    private static final double SECONDS_OF_AN_HOUR = 3_600;

    /** A campaign may be launched long after its day; but that it was quiet before the first post tells something. */
    private static final Duration QUIET = Duration.ofDays(3);

    Evidence {
        sharers = sharers.stream()
                .sorted(Comparator.comparingLong(one -> one.id().value()))
                .toList();
        posts = List.copyOf(posts);
        uses = List.copyOf(uses);
        answers = List.copyOf(answers);
    }

    /** In hours since the start of the campaign, or since shortly before the first thing that happened. */
    Observed observed(Campaign campaign, Instant now) {
        var numbers = new HashMap<AmbassadorId, Integer>();
        for (var i = 0; i < sharers.size(); i++) {
            numbers.put(sharers.get(i).id(), i);
        }
        var said = answers.stream().collect(Collectors.toMap(SurveyAnswer.Of::redemption, SurveyAnswer.Of::answer));
        var start = start(campaign);
        var postsOf = posts.stream().collect(Collectors.groupingBy(Post::ambassador));
        var posters = sharers.stream()
                .map(one -> new Observed.Poster(
                        one.audienceSize(),
                        postsOf.getOrDefault(one.id(), List.of()).stream()
                                .mapToDouble(post -> hours(start, post.postedAt()))
                                .toArray()))
                .toList();
        var orders = uses.stream()
                .map(use -> new Observed.Order(
                        Math.max(hours(start, use.at()), 0),
                        number(numbers, use.by()),
                        told(numbers, said.get(use.id()))))
                .toList();
        var last = orders.stream().mapToDouble(Observed.Order::at).max().orElse(0);
        var end = now.isBefore(campaign.endsAt()) ? now : campaign.endsAt();
        return new Observed(posters, orders, Math.max(Math.max(hours(start, end), last), 1));
    }

    /** The mean net order of those that no link tells of, minor units; 0 if there are none. */
    long net() {
        return Math.round(uses.stream()
                .filter(use -> use.by() == null)
                .mapToLong(SharedUse::net)
                .average()
                .orElse(0));
    }

    private Instant start(Campaign campaign) {
        return Stream.concat(uses.stream().map(SharedUse::at), posts.stream().map(Post::postedAt))
                .min(Comparator.naturalOrder())
                .map(first -> first.minus(QUIET))
                .filter(first -> first.isAfter(campaign.startsAt()))
                .orElse(campaign.startsAt());
    }

    private static int told(Map<AmbassadorId, Integer> numbers, @Nullable SurveyAnswer answer) {
        return answer instanceof SurveyAnswer.Nobody
                ? Observed.NOBODY
                : number(numbers, answer == null ? null : answer.named());
    }

    private static int number(Map<AmbassadorId, Integer> numbers, @Nullable AmbassadorId ambassador) {
        return ambassador == null ? Observed.UNKNOWN : numbers.getOrDefault(ambassador, Observed.UNKNOWN);
    }

    private static double hours(Instant start, Instant at) {
        return Duration.between(start, at).toMillis() / 1_000.0 / SECONDS_OF_AN_HOUR;
    }
}
