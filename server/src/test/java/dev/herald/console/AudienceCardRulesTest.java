package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.insight.Audience;
import dev.herald.insight.Dimension;
import dev.herald.insight.Finding;
import dev.herald.insight.Segment;
import dev.herald.web.Formats;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AudienceCardRulesTest {

    private static final AudienceCardRules RULES = new AudienceCardRules(new Formats(Locale.US, ZoneOffset.UTC));
    private static final Set<Dimension> ALL_KNOWN = Set.of(Dimension.values());

    @Test
    void a_group_is_told_with_both_shares_and_its_size() {
        var card =
                RULES.ofCampaign(audience(List.of(finding("Lyon", 1.5, .001)), 20, ALL_KNOWN), "/console/campaigns/c");
        assertThat(card.lines()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Lyon");
            assertThat(line.times()).isEqualTo("1.5 times as likely");
            assertThat(line.shares()).isEqualTo("15% here, 10% in your other campaigns");
            assertThat(line.count()).isEqualTo("1,200 redemptions");
            assertThat(line.here()).isEqualTo(100);
            assertThat(line.there()).isEqualTo(66.7);
        });
        assertThat(card.nothing()).isEmpty();
        assertThat(card.missing()).isEmpty();
        assertThat(card.file()).isEqualTo("/console/campaigns/c/audience.csv");
    }

    @Test
    void of_many_groups_the_most_different_on_either_side_are_shown() {
        var many = IntStream.range(0, 12)
                .mapToObj(i -> finding("r" + i, 2.2 - i * .18, .01))
                .toList();
        var card = RULES.ofAmbassador(audience(many, 20, ALL_KNOWN), "/a");
        assertThat(card.lines())
                .extracting(AudienceCard.Line::name)
                .containsExactly("r0", "r1", "r2", "r3", "r8", "r9", "r10", "r11");
        assertThat(card.further()).isEqualTo("4 more groups stand out");
    }

    @Test
    void an_empty_card_says_why() {
        assertThat(nothing(new Audience(List.of(), 0, 0, 0, 500, ALL_KNOWN, true)))
                .isEqualTo("No redemption stands here yet.");
        assertThat(nothing(new Audience(List.of(), 0, 0, 500, 0, ALL_KNOWN, true)))
                .isEqualTo("There are no redemptions in your other campaigns yet to compare these with.");
        assertThat(nothing(new Audience(List.of(), 0, 5, 50, 50, ALL_KNOWN, true)))
                .startsWith("Too early to tell");
        assertThat(nothing(audience(List.of(finding("Lyon", 1.1, .4)), 20, ALL_KNOWN)))
                .startsWith("Nothing stands out: of 20 groups compared");
    }

    @Test
    void a_shop_is_told_what_else_it_could_send() {
        var card = RULES.ofCampaign(audience(List.of(), 2, Set.of(Dimension.REGION, Dimension.BASKET)), "/c");
        assertThat(card.missing())
                .contains("customer.attributes.age_band, customer.attributes.tags, order.lines.category")
                .doesNotContain("region");
        assertThat(RULES.ofCampaign(new Audience(List.of(), 0, 0, 0, 0, Set.of(), true), "/c")
                        .missing())
                .as("before the first redemption nobody knows what it sends")
                .isEmpty();
    }

    @Test
    void ambassadors_have_a_card_only_where_something_can_be_compared() {
        assertThat(RULES.ofMembers(audience(List.of(), 0, ALL_KNOWN))).isEmpty();
        assertThat(RULES.ofMembers(audience(List.of(), 4, ALL_KNOWN)))
                .singleElement()
                .satisfies(card -> assertThat(card.nothing()).startsWith("Nothing stands out: of 4 groups"));
    }

    private static String nothing(Audience audience) {
        return RULES.ofCampaign(audience, "/c").nothing();
    }

    private static Audience audience(List<Finding> findings, int tested, Set<Dimension> known) {
        return new Audience(findings, tested, 3, 8_000, 9_000, known, true);
    }

    private static Finding finding(String region, double lift, double qValue) {
        var segment = Segment.of(Dimension.REGION, region);
        return new Finding(segment, 1_200, .1 * lift, .1, lift, lift * .9, lift * 1.1, qValue, qValue);
    }
}
