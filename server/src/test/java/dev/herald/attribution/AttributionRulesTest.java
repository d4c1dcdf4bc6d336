package dev.herald.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.attribution.Observed.Order;
import dev.herald.attribution.Observed.Poster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionRulesTest {

    private static final double WEEKS = 24 * 28.0;

    @Nested
    class Time {

        @Test
        void credits_who_posted_shortly_before() {
            var estimated = estimate(List.of(poster(1_000, 10), poster(1_000, 300)), after(10, 40, 10));

            assertThat(credited(estimated, 0)).isGreaterThan(37);
            assertThat(credited(estimated, 1)).isLessThan(1);
            assertThat(estimated.credits().getFirst().grade()).isEqualTo(Grade.A);
        }

        @ParameterizedTest
        @ValueSource(doubles = {5, 10, 20})
        void tells_how_fast_buyers_follow(double tau) {
            var estimated = estimate(List.of(poster(1_000, 10)), after(10, 1_000, tau));

            assertThat(estimated.tauHours()).isCloseTo(tau, within(.15 * tau));
        }

        @Test
        void leaves_orders_without_a_post_before_to_nobody() {
            var estimated = estimate(List.of(poster(1_000, 600)), after(10, 40, 50));

            assertThat(estimated.background()).isGreaterThan(38);
        }
    }

    @Nested
    class Two_who_always_post_together {

        private final List<Poster> posters =
                List.of(poster(1_000, 10, 200), poster(1_000, 10.2, 200.2), poster(1_000, 400));

        @Test
        void cannot_be_told_apart() {
            var estimated = estimate(posters, after(10, 60, 10));

            assertThat(estimated.credits().get(0).alike()).containsExactly(1);
            assertThat(estimated.credits().get(1).alike()).containsExactly(0);
            assertThat(estimated.credits().get(2).alike()).isEmpty();
            assertThat(width(estimated, 0)).isGreaterThan(15);
            assertThat(credited(estimated, 0) + credited(estimated, 1)).isCloseTo(60, within(4.0));
        }

        @Test
        void can_be_when_buyers_come_by_their_links() {
            var orders = new ArrayList<Order>();
            for (var order : after(10, 60, 10)) {
                orders.add(new Order(order.at(), orders.size() % 3 == 0 ? 1 : 0, Observed.UNKNOWN));
            }
            var estimated = estimate(posters, orders);

            assertThat(estimated.credits().get(0).alike()).isEmpty();
            assertThat(credited(estimated, 0)).isEqualTo(40);
            assertThat(estimated.credits().get(0).grade()).isEqualTo(Grade.A);
        }
    }

    @Nested
    class Those_without_known_posts {

        @Test
        void share_what_nothing_explains_by_their_followers() {
            var estimated = estimate(List.of(poster(8_000), poster(2_000)), evenly(100));

            assertThat(credited(estimated, 0)).isGreaterThan(1.5 * credited(estimated, 1));
            assertThat(estimated.credits().getFirst().grade()).isEqualTo(Grade.D);
        }

        @Test
        void are_credited_what_their_links_bring() {
            var orders = new ArrayList<>(evenly(20));
            orders.replaceAll(order -> new Order(order.at(), 1, Observed.UNKNOWN));
            var estimated = estimate(List.of(poster(8_000, 5), poster(2_000)), orders);

            assertThat(credited(estimated, 1)).isEqualTo(20);
            assertThat(width(estimated, 1)).isLessThan(1);
            assertThat(estimated.credits().get(1).grade()).isEqualTo(Grade.A);
        }

        @Test
        void are_believed_to_have_brought_whoever_names_them() {
            var orders = new ArrayList<>(evenly(20));
            orders.replaceAll(order -> new Order(order.at(), Observed.UNKNOWN, 1));
            var posters = new ArrayList<>(List.of(poster(2_000, 5), poster(2_000)));
            posters.addAll(java.util.Collections.nCopies(20, poster(2_000)));
            var estimated = estimate(posters, orders);

            assertThat(credited(estimated, 1)).isGreaterThan(16);
        }
    }

    @Test
    void an_answer_that_nobody_told_speaks_against_all() {
        var posters = List.of(poster(1_000, 10), poster(1_000, 60));
        var orders = evenly(100);
        var unasked = estimate(posters, orders);
        var denied = estimate(
                posters,
                orders.stream()
                        .map(order -> new Order(order.at(), Observed.UNKNOWN, Observed.NOBODY))
                        .toList());

        assertThat(denied.background()).isGreaterThan(unasked.background());
    }

    @Test
    void the_same_seed_gives_the_same_estimate() {
        var posters = List.of(poster(1_000, 10), poster(3_000, 14));
        var orders = after(10, 50, 10);

        assertThat(estimate(posters, orders)).isEqualTo(estimate(posters, orders));
    }

    @Test
    void credit_and_what_is_nobodys_add_up_to_the_orders() {
        var posters = List.of(poster(1_000, 10), poster(3_000, 14), poster(500));
        var estimated = estimate(posters, after(10, 50, 30));

        var sum = estimated.credits().stream()
                .mapToDouble(Estimated.Credit::credited)
                .sum();
        assertThat(sum + estimated.background()).isCloseTo(50, within(1e-9));
    }

    @Test
    void nothing_is_credited_where_nothing_was_redeemed_or_nobody_takes_part() {
        assertThat(estimate(List.of(poster(1_000, 10)), List.of())
                        .credits()
                        .getFirst()
                        .credited())
                .isZero();
        assertThat(estimate(List.of(), evenly(10)).background()).isEqualTo(10);
    }

    @Nested
    class Overlap {

        @Test
        void of_one_response_with_itself_is_all_of_it() {
            assertThat(Alike.overlap(new double[] {1, 5}, new double[] {1, 5}, 10))
                    .isCloseTo(1, within(1e-9));
        }

        @Test
        void falls_with_the_hours_between() {
            assertThat(Alike.overlap(new double[] {1}, new double[] {6}, 10)).isCloseTo(Math.exp(-.5), within(1e-9));
        }
    }

    private static Estimated estimate(List<Poster> posters, List<Order> orders) {
        return AttributionRules.estimate(new Observed(posters, orders, WEEKS), 5);
    }

    private static Poster poster(double followers, double... posts) {
        return new Poster(followers, posts);
    }

    private static List<Order> after(double post, int count, double tau) {
        var random = new SplittableRandom(3);
        return Arrays.stream(random.doubles(count).toArray())
                .map(dice -> Math.min(post - tau * Math.log(1 - dice), WEEKS))
                .sorted()
                .mapToObj(at -> new Order(at, Observed.UNKNOWN, Observed.UNKNOWN))
                .toList();
    }

    private static List<Order> evenly(int count) {
        return Arrays.stream(new SplittableRandom(4)
                        .doubles(count, 0, WEEKS)
                        .sorted()
                        .toArray())
                .mapToObj(at -> new Order(at, Observed.UNKNOWN, Observed.UNKNOWN))
                .toList();
    }

    private static double credited(Estimated estimated, int poster) {
        return estimated.credits().get(poster).credited();
    }

    private static double width(Estimated estimated, int poster) {
        return estimated.credits().get(poster).high()
                - estimated.credits().get(poster).low();
    }
}
