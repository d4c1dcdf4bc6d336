package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.insight.SegmentRules.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AudienceRulesTest {

    private static final Segment LYON = Segment.of(Dimension.REGION, "Lyon");

    @Nested
    class A_segment {

        /** 30 of 100 here and 40 of 300 elsewhere. */
        private final Audience audience = compare(30, 100, 70, 400);

        @Test
        void is_told_by_its_share_here_over_that_elsewhere() {
            assertThat(audience.findings()).singleElement().satisfies(lyon -> {
                assertThat(lyon.segment()).isEqualTo(LYON);
                assertThat(lyon.redemptions()).isEqualTo(30);
                assertThat(lyon.share()).isEqualTo(.3);
                assertThat(lyon.referenceShare()).isCloseTo(40.0 / 300, within(1e-12));
                assertThat(lyon.lift()).isCloseTo(2.25, within(1e-12));
                assertThat(lyon.text()).isEqualTo("Lyon: 2.3 times as likely");
            });
        }

        @Test
        void has_an_interval_from_the_normal_logarithm_of_the_ratio() {
            // exp(1.28155 sqrt(1/30 - 1/100 + 1/40 - 1/300)) = exp(1.28155 x 0.212132) = 1.31241
            var lyon = audience.findings().getFirst();
            assertThat(lyon.low()).isCloseTo(2.25 / 1.31241, within(1e-4));
            assertThat(lyon.high()).isCloseTo(2.25 * 1.31241, within(1e-4));
        }

        @Test
        void is_compared_only_if_ten_can_be_expected_on_either_side() {
            assertThat(compare(20, 100, 40, 400).tested()).isEqualTo(1);
            assertThat(compare(20, 100, 39, 400).tested())
                    .as("9.75 are expected here, however many there are")
                    .isZero();
            assertThat(compare(295, 300, 305, 310).tested())
                    .as("9.84 are expected elsewhere")
                    .isZero();
        }

        @Test
        void is_not_shown_with_fewer_than_ten_but_counts_among_those_compared() {
            var nine = compare(9, 100, 70, 400);
            assertThat(nine.findings()).isEmpty();
            assertThat(nine.tested()).isEqualTo(1);
            assertThat(nine.suppressed()).isEqualTo(1);
            assertThat(compare(10, 100, 70, 400).findings()).hasSize(1);
            assertThat(compare(61, 100, 70, 400).findings())
                    .as("nine elsewhere could be told apart as well")
                    .isEmpty();
        }

        @Test
        void is_left_out_where_nothing_is_known_of_the_other_side() {
            var audience = AudienceRules.compare(
                    Map.of(LYON, 50L, LYON.base(), 100L), Map.of(LYON, 50L, LYON.base(), 100L), true);
            assertThat(audience.tested()).isZero();
            assertThat(audience.suppressed()).isZero();
        }

        private static Audience compare(long here, long baseHere, long all, long baseAll) {
            return AudienceRules.compare(
                    Map.of(LYON, here, LYON.base(), baseHere), Map.of(LYON, all, LYON.base(), baseAll), true);
        }
    }

    @Nested
    class By_lot {

        @Test
        void the_lady_who_tastes_tea_names_all_cups_once_in_seventy() {
            var cups = new Hypergeometric(8, 4, 4);
            assertThat(cups.twoSided(4)).isCloseTo(2.0 / 70, within(1e-12));
            assertThat(cups.twoSided(0)).isCloseTo(2.0 / 70, within(1e-12));
            assertThat(cups.twoSided(3)).isCloseTo(2 * 17.0 / 70, within(1e-12));
            assertThat(cups.twoSided(2)).isEqualTo(1);
        }

        @Test
        void eight_or_more_of_ten_are_as_rare_as_their_combinations() {
            assertThat(new Hypergeometric(20, 10, 10).twoSided(8)).isCloseTo(2 * 2126.0 / 184_756, within(1e-12));
            assertThat(new Hypergeometric(20, 10, 10).twoSided(2)).isCloseTo(2 * 2126.0 / 184_756, within(1e-12));
        }

        @Test
        void what_cannot_be_otherwise_is_certain() {
            assertThat(new Hypergeometric(10, 10, 4).twoSided(4)).isEqualTo(1);
            assertThat(new Hypergeometric(10, 0, 4).twoSided(0)).isEqualTo(1);
            assertThat(new Hypergeometric(0, 0, 0).twoSided(0)).isEqualTo(1);
            assertThat(new Hypergeometric(10, 7, 5).twoSided(2))
                    .as("two at least, 21 of 252 ways")
                    .isCloseTo(2 * 21.0 / 252, within(1e-12));
        }

        @Test
        void ten_million_redemptions_are_near_the_normal_distribution() {
            // The standard deviation is sqrt(1e6 x .2 x .8 x .9) = 379.47, and 759.5 above the mean are two of it.
            var many = new Hypergeometric(10_000_000, 2_000_000, 1_000_000);
            assertThat(many.twoSided(200_760)).isCloseTo(.0454, within(.0003));
            assertThat(many.twoSided(199_240)).isCloseTo(.0454, within(.0003));
        }
    }

    @Nested
    class False_discoveries {

        /** The example of Benjamini and Hochberg 1995. */
        private final double[] published = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1
        };

        @Test
        void are_kept_rare_as_in_the_published_example() {
            var qValues = FalseDiscovery.qValues(published);
            assertThat(qValues).isSorted();
            assertThat(qValues[3]).isCloseTo(.0095 * 15 / 4, within(1e-12));
            assertThat(Arrays.stream(qValues).filter(q -> q <= .05)).hasSize(4);
            assertThat(Arrays.stream(qValues).filter(q -> q <= .10)).hasSize(9);
            assertThat(qValues[14]).isEqualTo(1);
        }

        @Test
        void have_a_rate_that_never_falls_with_the_p_value() {
            // .0201 x 15/5 = .0603, but .0344 x 15/8 = .0645 and .0298 x 15/7 = .0639 are not below it.
            var reversed = new double[] {.0298, .0278, .0201, .5};
            assertThat(FalseDiscovery.qValues(reversed))
                    .containsExactly(new double[] {.0298 * 4 / 3, .0298 * 4 / 3, .0298 * 4 / 3, .5}, within(1e-12));
        }

        @Test
        void are_none_without_a_test() {
            assertThat(FalseDiscovery.qValues(new double[0])).isEmpty();
        }
    }

    @Nested
    class Of_invented_orders {

        private static final int ORDERS = 3_000;
        private static final int HERE = 750;

        @Test
        void drawn_by_lot_rarely_anything_stands_out() {
            var segments = orders(new Random(7), .2);
            var alarms = 0;
            for (var seed = 0; seed < 400; seed++) {
                Collections.shuffle(segments, new Random(seed));
                alarms += audience(segments).significant().isEmpty() ? 0 : 1;
            }
            assertThat(alarms / 400.0)
                    .as("runs with any discovery; .10 and three standard errors of 400 runs")
                    .isLessThan(.10 + 3 * Math.sqrt(.1 * .9 / 400));
        }

        @Test
        void one_who_responds_half_as_often_again_is_found() {
            var found = 0;
            for (var seed = 0; seed < 100; seed++) {
                var segments = orders(new Random(seed), .3);
                found += audience(segments).significant().stream()
                                .anyMatch(one -> one.segment().equals(Segment.of(Dimension.REGION, "region-0"))
                                        && one.lift() > 1)
                        ? 1
                        : 0;
            }
            assertThat(found).isGreaterThanOrEqualTo(95);
        }

        /** What each order belongs to, those here first. Elsewhere a fifth is from the first region. */
        private static List<List<Segment>> orders(Random random, double firstRegionHere) {
            return IntStream.range(0, ORDERS)
                    .mapToObj(i -> order(random, i < HERE ? firstRegionHere : .2))
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private static List<Segment> order(Random random, double firstRegion) {
            return SegmentRules.of(new Known(
                    random.nextDouble() < firstRegion ? "region-0" : "region-" + (1 + random.nextInt(9)),
                    "age-" + random.nextInt(5),
                    random.nextInt(3) > 0,
                    random.nextInt(20_000),
                    "EUR",
                    List.of("category-" + random.nextInt(6), "category-" + random.nextInt(6)),
                    List.of("tag-" + random.nextInt(10))));
        }

        /** The first ones are here. */
        private static Audience audience(List<List<Segment>> orders) {
            var here = new HashMap<Segment, Long>();
            var all = new HashMap<Segment, Long>();
            for (var i = 0; i < orders.size(); i++) {
                for (var segment : orders.get(i)) {
                    all.merge(segment, 1L, Long::sum);
                    if (i < HERE) {
                        here.merge(segment, 1L, Long::sum);
                    }
                }
            }
            return AudienceRules.compare(here, all, true);
        }
    }
}
