package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.ambassador.AmbassadorId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final Rates BEFORE = new Rates(new Belief(.6, .2), .6);

    private static TrackRecord person(long followers, double campaigns, double silent, long redemptions) {
        return new TrackRecord(new AmbassadorId(1), "Maya", followers, campaigns, silent, redemptions);
    }

    @Nested
    class Silence {

        private static final Rates KNOWN = new Rates(new Belief(1, .5), .6);

        @Test
        void of_somebody_with_many_followers_means_that_nothing_was_posted() {
            var silent = person(100_000, 1, 1, 0);

            assertThat(KNOWN.posted(silent)).isLessThan(.05);
            assertThat(KNOWN.of(silent).mean())
                    .isGreaterThan(.95 * KNOWN.common().mean());
        }

        @Test
        void of_somebody_with_few_followers_means_nothing() {
            assertThat(KNOWN.posted(person(30, 1, 1, 0))).isEqualTo(.6, within(.01));
        }

        @Test
        void again_and_again_is_an_answer() {
            var often = person(3_000, 8, 8, 0);
            var loudly = person(100_000, 8, 8, 0);

            assertThat(expected(often)).isLessThan(.5 * expected(person(3_000, 1, 1, 0)));
            assertThat(expected(loudly)).isLessThan(.3 * expected(person(100_000, 1, 1, 0)));
        }

        private static double expected(TrackRecord one) {
            return KNOWN.postingOf(one) * KNOWN.of(one).mean();
        }

        @Test
        void between_sales_leaves_the_rate_at_what_was_sold() {
            var belief = KNOWN.of(person(10_000, 4, 2, 60));

            // 60 redemptions of the two campaigns that were posted, three thousand reached in each.
            assertThat(belief.mean()).isEqualTo(61 / 6.5, within(.01));
        }
    }

    @Nested
    class Learning {

        @Test
        void finds_the_mean_the_spread_and_the_posting_that_made_the_sales() {
            var random = RandomSource.XO_SHI_RO_256_PP.create(5);
            var rates = AhrensDieterMarsagliaTsangGammaSampler.of(random, 1.5, 2);
            var people = new ArrayList<TrackRecord>();
            for (var i = 0; i < 1_500; i++) {
                var rate = rates.sample();
                var followers = 2_000 + random.nextInt(20_000);
                var silent = 0;
                var sold = 0;
                for (var campaign = 0; campaign < 3; campaign++) {
                    var orders = random.nextDouble() < .7
                            ? PoissonSampler.of(random, rate * Reach.thousands(followers))
                                    .sample()
                            : 0;
                    silent += orders == 0 ? 1 : 0;
                    sold += orders;
                }
                people.add(person(followers, 3, silent, sold));
            }

            var fitted = Rates.fit(people, BEFORE);

            assertThat(fitted.common().mean()).isEqualTo(3, within(.15));
            assertThat(fitted.common().shape()).isEqualTo(1.5, within(.2));
            assertThat(fitted.posting()).isEqualTo(.7, within(.03));
        }

        @Test
        void from_a_campaign_that_began_just_now_changes_little() {
            var begun = TrackRecords.partOver(Duration.ofMinutes(1), Duration.ofDays(60));

            var fitted = Rates.fit(List.of(person(5_000, begun, begun, 0), person(9_000, begun, 0, 1)), BEFORE);

            assertThat(fitted.common().mean()).isBetween(2.0, 9.0);
            assertThat(fitted.posting()).isEqualTo(.6, within(.01));
        }

        @Test
        void from_nothing_sold_at_all_expects_less_but_not_nothing() {
            var fitted = Rates.fit(List.of(person(50_000, 1, 1, 0), person(50_000, 1, 1, 0)), BEFORE);

            assertThat(fitted.common().mean()).isBetween(.01, BEFORE.common().mean());
        }
    }

    @Test
    void a_campaign_counts_for_the_part_of_it_that_is_over_and_is_over_after_four_weeks() {
        assertThat(TrackRecords.partOver(Duration.ofDays(6), Duration.ofDays(13)))
                .isEqualTo(.5);
        assertThat(TrackRecords.partOver(Duration.ofDays(13), Duration.ofDays(365)))
                .isEqualTo(14.0 / 29);
        assertThat(TrackRecords.partOver(Duration.ofDays(100), Duration.ofDays(365)))
                .isEqualTo(1);
        assertThat(TrackRecords.partOver(Duration.ZERO, Duration.ofDays(14))).isEqualTo(1.0 / 15);
    }
}
