package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.insight.InsightStore.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RankingRulesTest {

    private static final RankingChoice BY_RATE = new RankingChoice(Board.RATE, 0);

    @Nested
    class The_boards {

        @Test
        void rank_by_what_was_sold_and_by_how_well() {
            var sold = List.of(sold(50_000, 60), sold(1_000, 25), sold(5_000, 5), sold(5_000, 5));

            assertThat(ids(sold, RankingChoice.USUAL)).containsExactly(1L, 2L, 3L, 4L);
            assertThat(ids(sold, BY_RATE)).containsExactly(2L, 1L, 3L, 4L);
        }

        @Test
        void share_a_place_among_those_who_have_as_much() {
            var sold = List.of(sold(5_000, 9), sold(900, 5), sold(5_000, 5), sold(5_000, 0));

            assertThat(ranked(sold, RankingChoice.USUAL))
                    .extracting(one -> one.place().number())
                    .containsExactly(1, 2, 2, 4);
        }

        @Test
        void tell_the_chance_of_what_they_rank_by() {
            var sold = new ArrayList<Sold>();
            sold.add(sold(300_000, 400));
            sold.add(sold(2_000, 60));
            IntStream.range(0, 18).forEach(_ -> sold.add(sold(5_000, 4)));
            var first = new RankingChoice(Board.REDEMPTIONS, 1);

            assertThat(ranked(sold, first).getFirst().place())
                    .satisfies(place -> assertThat(place.topChance()).isGreaterThan(0.99));
            assertThat(ranked(sold, new RankingChoice(Board.RATE, 1)).getFirst())
                    .satisfies(one -> {
                        assertThat(one.id().value()).isEqualTo(2);
                        assertThat(one.place().verdict()).isEqualTo(Verdict.TOP);
                    });
        }

        @Test
        void are_empty_without_anybody() {
            assertThat(ranked(List.of(), BY_RATE)).isEmpty();
        }
    }

    @Nested
    class It_is_too_early_to_tell {

        @Test
        void when_nobody_has_sold_anything() {
            assertThat(verdicts(many(30, sold(5_000, 0)))).containsOnly(Verdict.TOO_EARLY_TO_TELL);
        }

        @Test
        void for_one_ambassador_alone() {
            assertThat(verdicts(List.of(sold(5_000, 40)))).containsOnly(Verdict.TOO_EARLY_TO_TELL);
        }

        @Test
        void below_one_redemption_each() {
            var all = many(19, sold(5_000, 0));
            all.add(sold(5_000, 19));
            assertThat(verdicts(all)).containsOnly(Verdict.TOO_EARLY_TO_TELL);
            all.set(19, sold(5_000, 20));
            assertThat(verdicts(all)).contains(Verdict.TOP);
        }

        @Test
        void for_who_could_not_have_sold_one_yet() {
            var all = many(30, sold(5_000, 5));
            all.add(sold(5_000, 60));
            all.add(sold(50, 0));
            var ranked = ranked(all, BY_RATE);
            assertThat(ranked.getFirst().place().verdict()).isEqualTo(Verdict.TOP);
            assertThat(ranked)
                    .filteredOn(one -> one.id().value() == 32)
                    .extracting(one -> one.place().verdict())
                    .containsExactly(Verdict.TOO_EARLY_TO_TELL);
        }
    }

    private record Sold(long followers, long redemptions) {}

    private static Sold sold(long followers, long redemptions) {
        return new Sold(followers, redemptions);
    }

    private static List<Sold> many(int count, Sold one) {
        var all = new ArrayList<Sold>();
        IntStream.range(0, count).forEach(_ -> all.add(one));
        return all;
    }

    private static List<Long> ids(List<Sold> all, RankingChoice choice) {
        return ranked(all, choice).stream().map(one -> one.id().value()).toList();
    }

    private static List<Verdict> verdicts(List<Sold> all) {
        return ranked(all, BY_RATE).stream().map(one -> one.place().verdict()).toList();
    }

    private static List<RankedAmbassador> ranked(List<Sold> all, RankingChoice choice) {
        var owners = new ArrayList<Owner>();
        var totals = new HashMap<AmbassadorId, Totals>();
        for (var one : all) {
            var id = new AmbassadorId(owners.size() + 1L);
            owners.add(new Owner(id, "Maya", one.followers()));
            if (one.redemptions() > 0) {
                totals.put(id, new Totals(one.redemptions(), 0, 0, one.redemptions() * 10, 0));
            }
        }
        return RankingRules.ranked(owners, totals, choice);
    }
}
