package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.insight.MemberRules.Member;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberRulesTest {

    @Test
    void a_channel_is_compared_between_those_above_the_middle_one_and_the_others() {
        var strava = members(30, 9, "strava");
        var others = members(20, 9, "instagram");
        var lower = Stream.concat(members(10, 2, "strava"), members(42, 2, "instagram"));
        var audience = MemberRules.compare(
                Stream.of(strava, others, lower).flatMap(one -> one).toList());
        assertThat(audience.redemptions()).as("members above the middle").isEqualTo(50);
        assertThat(audience.reference()).isEqualTo(52);
        assertThat(audience.significant())
                .extracting(Finding::text)
                .containsExactly(
                        "Ambassadors on strava: 3.1 times as likely", "Ambassadors on instagram: 0.5 times as likely");
        assertThat(audience.significant().getFirst().share()).isCloseTo(.6, within(1e-12));
    }

    @Test
    void one_who_brings_very_much_makes_no_discovery() {
        var star = members(1, 100_000, "strava");
        var rest = IntStream.range(0, 99)
                .mapToObj(i -> new Member(i, List.of(i % 2 == 0 ? "strava" : "tiktok"), List.of()));
        assertThat(MemberRules.compare(Stream.concat(star, rest).toList()).significant())
                .isEmpty();
    }

    @Test
    void where_most_brought_nothing_all_who_brought_any_are_above() {
        var audience = MemberRules.compare(Stream.concat(members(80, 0, "strava"), members(20, 1, "strava"))
                .toList());
        assertThat(audience.redemptions()).isEqualTo(20);
    }

    @Test
    void without_members_there_is_nothing_to_compare() {
        assertThat(MemberRules.compare(List.of()).tested()).isZero();
    }

    private static Stream<Member> members(int count, long redemptions, String channel) {
        return IntStream.range(0, count).mapToObj(_ -> new Member(redemptions, List.of(channel), List.of()));
    }
}
