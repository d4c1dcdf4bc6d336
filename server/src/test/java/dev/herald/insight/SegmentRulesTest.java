package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.insight.SegmentCounts.Count;
import dev.herald.insight.SegmentRules.Known;
import dev.herald.insight.SegmentStore.Cursor;
import dev.herald.insight.SegmentStore.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SegmentRulesTest {

    private static final Known TOLD =
            new Known("Lyon", "25-34", true, 49_99, "EUR", List.of("shoes", "tops"), List.of("vip"));

    private static final Known NOTHING_TOLD = new Known(null, null, false, 0, "JPY", List.of(), List.of());

    @Nested
    class A_redemption {

        @Test
        void belongs_to_a_segment_of_each_dimension_that_is_known_and_to_its_base() {
            assertThat(SegmentRules.of(TOLD))
                    .extracting(segment -> segment.column() + ": " + segment.name())
                    .containsExactly(
                            "region: ",
                            "region: Lyon",
                            "age_band: ",
                            "age_band: 25-34",
                            "region_and_age: ",
                            "region_and_age: Lyon, 25-34",
                            "first_order: ",
                            "first_order: new",
                            "basket EUR: ",
                            "basket EUR: 20-50",
                            "category: ",
                            "category: shoes",
                            "category: tops",
                            "tag: ",
                            "tag: vip");
        }

        @Test
        void of_which_nothing_is_told_has_only_what_herald_knows() {
            assertThat(SegmentRules.of(NOTHING_TOLD))
                    .extracting(segment -> segment.column() + ": " + segment.name())
                    .containsExactly("first_order: ", "first_order: returning", "basket JPY: ", "basket JPY: 0-1");
        }

        @Test
        void counts_once_in_a_category_that_it_has_twice_and_not_in_one_without_a_name() {
            var known = new Known(" ", "", true, 0, "EUR", List.of("shoes", " shoes ", "\t"), List.of());
            assertThat(SegmentRules.of(known))
                    .filteredOn(segment -> segment.dimension() != Dimension.BASKET)
                    .extracting(Segment::name)
                    .containsExactly("", "new", "", "shoes");
        }

        @Test
        void has_at_most_twenty_categories() {
            var many = IntStream.range(0, 500).mapToObj(i -> "category " + i).toList();
            assertThat(SegmentRules.of(new Known(null, null, true, 0, "EUR", many, List.of())))
                    .filteredOn(segment -> segment.dimension() == Dimension.CATEGORY)
                    .hasSize(21);
        }
    }

    @Test
    void baskets_are_told_apart_by_about_their_double_in_any_currency() {
        assertThat(SegmentRules.band(0, "EUR")).isEqualTo("0-1");
        assertThat(SegmentRules.band(99, "EUR")).isEqualTo("0-1");
        assertThat(SegmentRules.band(1_00, "EUR")).isEqualTo("1-2");
        assertThat(SegmentRules.band(19_99, "EUR")).isEqualTo("10-20");
        assertThat(SegmentRules.band(20_00, "EUR")).isEqualTo("20-50");
        assertThat(SegmentRules.band(50_00, "EUR")).isEqualTo("50-100");
        assertThat(SegmentRules.band(7_500, "JPY")).isEqualTo("5000-10000");
        assertThat(SegmentRules.band(7_500, "KWD")).isEqualTo("5-10");
        assertThat(SegmentRules.band(1_000_000_000_000L, "JPY")).isEqualTo("1000000000000-2000000000000");
    }

    @Test
    void segments_are_read_back_from_their_columns() {
        for (var segment : SegmentRules.of(TOLD)) {
            assertThat(Segment.ofColumns(segment.column(), segment.name())).isEqualTo(segment);
        }
    }

    @Test
    void segments_are_told_in_plain_words() {
        assertThat(SegmentRules.of(TOLD).stream()
                        .filter(segment -> !segment.isBase())
                        .map(SegmentWords::name))
                .containsExactly(
                        "Lyon",
                        "Age 25-34",
                        "Lyon, 25-34",
                        "New customers",
                        "Orders of 20 to 50 EUR",
                        "Orders with shoes",
                        "Orders with tops",
                        "Customers tagged vip");
        assertThat(SegmentRules.of(NOTHING_TOLD).stream()
                        .filter(segment -> !segment.isBase())
                        .map(SegmentWords::name))
                .containsExactly("Returning customers", "Orders below 1 JPY");
        assertThat(SegmentWords.times(1.5)).isEqualTo("1.5 times as likely");
        assertThat(SegmentWords.times(1.04)).isEqualTo("1.04 times as likely");
        assertThat(SegmentWords.times(.62)).isEqualTo("0.6 times as likely");
    }

    @Nested
    class Counts {

        private static final long MIA = 7;
        private static final long SPRING = 3;
        private static final Segment LYON = Segment.of(Dimension.REGION, "Lyon");

        @Test
        void are_kept_for_the_brand_for_the_campaign_and_for_whom_it_is_credited_to() {
            var counts = new SegmentCounts(List.of(fact(1, MIA, TOLD), fact(1, 0, TOLD))).without(Set.of());
            assertThat(counts)
                    .filteredOn(count -> count.segment().equals(LYON))
                    .containsExactly(
                            new Count(0, 0, LYON, 2, 0),
                            new Count(0, SPRING, LYON, 2, 0),
                            new Count(MIA, SPRING, LYON, 1, 0));
        }

        @Test
        void are_taken_back_by_a_complete_reversal_only() {
            var counts = new SegmentCounts(List.of(fact(1, 0, TOLD), fact(0, 0, TOLD), fact(-1, 0, TOLD)));
            assertThat(counts.without(Set.of()))
                    .allSatisfy(count -> assertThat(count)
                            .isEqualTo(new Count(count.ambassador(), count.campaign(), count.segment(), 1, 1)));
        }

        @Test
        void leave_out_what_comes_when_there_is_no_more_room_in_a_dimension() {
            var facts = IntStream.range(0, 5)
                    .mapToObj(i -> fact(1, 0, new Known(null, null, true, 0, "EUR", List.of(), List.of("order " + i))))
                    .toList();
            var counts = new SegmentCounts(facts);
            var refused = counts.withoutRoom(counts.segments(), Map.of(Dimension.TAG, SegmentCounts.ROOM - 2));
            assertThat(refused).extracting(Segment::name).containsExactly("order 2", "order 3", "order 4");
            assertThat(counts.without(refused))
                    .as("the base counts them all the same")
                    .contains(new Count(0, 0, Segment.of(Dimension.TAG, ""), 5, 0))
                    .noneMatch(count -> count.segment().name().equals("order 2"));
            assertThat(counts.withoutRoom(Set.of(), Map.of(Dimension.TAG, SegmentCounts.ROOM)))
                    .as("what is there already needs no more room")
                    .isEmpty();
        }

        private static Fact fact(int change, long ambassador, Known known) {
            return new Fact(new Cursor("1", 1), change, SPRING, ambassador, known);
        }
    }
}
